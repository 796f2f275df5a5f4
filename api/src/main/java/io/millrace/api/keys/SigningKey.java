package io.millrace.api.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.millrace.Ids;
import io.millrace.identity.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The platform's signing key (ES256), fetched once per node; the first node ever makes it. */
@ApplicationScoped
public class SigningKey {

    @Inject
    SigningKeys stored;

    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();
    private volatile @Nullable ECKey key;

    public ECKey get() {
        ECKey known = key;
        if (known != null) return known;
        // Twice at the same moment does no harm: the database hands out one key.
        ECKey fetched = parse(stored.currentOr(SigningKey::make));
        key = fetched;
        return fetched;
    }

    /** A secret for another purpose, so that one leaking there never signs a token. */
    public byte[] derived(String purpose) {
        return derived.computeIfAbsent(purpose, this::derive).clone();
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(get().getD().decode(), "HmacSHA256"));
            return mac.doFinal(("millrace." + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String make() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(Ids.next().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes P-256 keys", e);
        }
    }

    private static ECKey parse(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("the stored signing key cannot be read", e);
        }
    }
}
