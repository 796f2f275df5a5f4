package io.millrace.api.page;

import io.millrace.api.keys.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and opens cursors: where a list goes on, sealed together with which list it is. */
@ApplicationScoped
public class Cursors {

    private static final int ID_BYTES = 16;
    private static final int SEAL_BYTES = 16;

    @Inject
    SigningKey key;

    /**
     * Makes one.
     *
     * @param list everything that the cursor is good for: the tenant, the path, the filters
     */
    public String seal(String list, UUID after) {
        byte[] id = bytes(after);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + SEAL_BYTES)
                        .put(id)
                        .put(sealOf(list, id))
                        .array());
    }

    /** Empty when we did not make it, or made it for another list. */
    public Optional<UUID> open(String list, String cursor) {
        byte[] all = decode(cursor);
        if (all.length != ID_BYTES + SEAL_BYTES) return Optional.empty();
        byte[] id = Arrays.copyOf(all, ID_BYTES);
        byte[] seal = Arrays.copyOfRange(all, ID_BYTES, all.length);
        if (!MessageDigest.isEqual(seal, sealOf(list, id))) return Optional.empty();
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private byte[] sealOf(String list, byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.derived("cursor"), "HmacSHA256"));
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(id), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0]; // not one of ours
        }
    }
}
