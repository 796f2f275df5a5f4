package io.millrace.api.identity;

import static io.millrace.approval.MemberBuilder.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.millrace.Ids;
import io.millrace.api.keys.FixedKey;
import io.millrace.identity.Member;
import io.millrace.identity.NotSignedIn;
import io.millrace.identity.Sessions.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final FixedKey key = FixedKey.any();
    private final AccessTokens tokens = new AccessTokens();
    private final Member ann = aMember("ann").build();
    private final Session session = new Session(Ids.next(), ann, "refresh");

    @BeforeEach
    void withAKeyAtNoon() {
        tokens.key = key;
        at(NOON);
    }

    @Test
    void a_token_says_who_and_where_and_in_which_session() {
        assertThat(tokens.open(tokens.issue(session)))
                .isEqualTo(new AccessTokens.Claims(ann.tenantId(), ann.id(), session.id()));
    }

    @Test
    void it_lives_ten_minutes_and_a_little() {
        String token = tokens.issue(session);

        at(NOON.plus(Duration.ofMinutes(10)));
        assertThat(tokens.open(token)).isNotNull();
        at(NOON.plus(Duration.ofMinutes(11)));
        refused(token);
    }

    @Test
    void another_key_does_not_sign_for_us() throws JOSEException {
        refused(signed(
                claims().build(),
                JWSAlgorithm.ES256,
                new ECDSASigner(FixedKey.any().get())));
    }

    @Test
    void the_public_key_is_no_shared_secret() throws JOSEException {
        byte[] published = key.get().toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);

        refused(signed(claims().build(), JWSAlgorithm.HS256, new MACSigner(published)));
    }

    @Test
    void an_unsigned_token_is_nothing() {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void a_token_for_somebody_else_or_by_somebody_else_is_refused() throws JOSEException {
        refused(ours(claims().audience("another-service").build()));
        refused(ours(claims().issuer("somebody").build()));
        refused(ours(claims().subject(null).build()));
        refused(ours(claims().claim("tenant", "acme").build()));
        refused(ours(claims().expirationTime(null).build()));
        assertThat(tokens.open(ours(claims().build()))).isNotNull();
    }

    @Test
    void a_token_of_another_type_is_refused() throws JOSEException {
        SignedJWT other = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID("test")
                        .build(),
                claims().build());
        other.sign(new ECDSASigner(key.get()));

        refused(other.serialize());
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = tokens.issue(session).split("\\.");
        String[] others = tokens.issue(new Session(Ids.next(), aMember("max").build(), "refresh"))
                .split("\\.");

        refused(parts[0] + "." + others[1] + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused("nonsense");
        refused("");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("millrace")
                .audience("millrace-api")
                .subject(ann.id().toString())
                .claim("tenant", ann.tenantId().toString())
                .claim("sid", session.id().toString())
                .issueTime(Date.from(NOON))
                .expirationTime(Date.from(NOON.plusSeconds(60)));
    }

    private String ours(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, JWSAlgorithm.ES256, new ECDSASigner(key.get()));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("test")
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.open(token)).isInstanceOf(NotSignedIn.class);
    }

    private void at(Instant time) {
        tokens.clock = Clock.fixed(time, ZoneOffset.UTC);
    }
}
