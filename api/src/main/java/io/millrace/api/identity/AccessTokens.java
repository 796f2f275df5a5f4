package io.millrace.api.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.millrace.api.keys.SigningKey;
import io.millrace.identity.NotSignedIn;
import io.millrace.identity.Sessions.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Issues and opens the short-lived tokens that say which member of which tenant is calling. */
@ApplicationScoped
public class AccessTokens {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int REMEMBERED = 10_000;

    private static final String ISSUER = "millrace";
    private static final String AUDIENCE = "millrace-api";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt"); // RFC 9068: no other JWT passes for one

    @Inject
    SigningKey key;

    @Inject
    Clock clock;

    /** What a token states; what its bearer may do is looked up, because it changes. */
    record Claims(UUID tenantId, UUID memberId, UUID sessionId) {}

    private record Opened(Claims claims, Instant until) {}

    // Checking a signature takes most of a millisecond, as long as everything else that a small request needs.
    private final Map<String, Opened> opened = Collections.synchronizedMap(new Latest<>(REMEMBERED));

    String issue(Session session) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(session.member().id().toString())
                .claim("tenant", session.member().tenantId().toString())
                .claim("sid", session.id().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        try {
            ECKey signing = key.get();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(TYPE)
                    .keyID(signing.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    /** @throws NotSignedIn whatever is wrong with it */
    Claims open(String token) {
        Opened known = opened.get(token);
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = verify(token);
            opened.put(token, known);
        }
        return known.claims();
    }

    private Opened verify(String token) {
        try {
            JWTClaimsSet claims = processor().process(SignedJWT.parse(token), null);
            return new Opened(
                    new Claims(
                            UUID.fromString(claims.getStringClaim("tenant")),
                            UUID.fromString(claims.getSubject()),
                            UUID.fromString(claims.getStringClaim("sid"))),
                    claims.getExpirationTime().toInstant());
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw new NotSignedIn(); // forged, foreign or expired: nobody is told which
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        // The one algorithm that we issue: never the one that the token asks for.
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(key.get().toPublicJWK()))));
        processor.setJWTClaimsSetVerifier(new OurClaims());
        return processor;
    }

    /** By our clock instead of the library's. */
    private final class OurClaims extends DefaultJWTClaimsVerifier<SecurityContext> {

        OurClaims() {
            super(
                    AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(ISSUER).build(),
                    Set.of("sub", "tenant", "sid", "iat", "exp"));
            setMaxClockSkew((int) Duration.ofSeconds(10).toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
