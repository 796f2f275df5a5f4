package io.millrace.api.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** A signing key that no database holds. */
public final class FixedKey extends SigningKey {

    private final ECKey key;

    private FixedKey(ECKey key) {
        this.key = key;
    }

    public static FixedKey any() {
        try {
            return new FixedKey(new ECKeyGenerator(Curve.P_256).keyID("test").generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ECKey get() {
        return key;
    }
}
