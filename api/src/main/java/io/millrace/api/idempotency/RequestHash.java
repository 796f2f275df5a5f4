package io.millrace.api.idempotency;

import io.millrace.api.json.WireJson;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells requests apart by what we understood of them: spaces and the order of fields make no difference. */
final class RequestHash {

    private RequestHash() {}

    /** @param understood what the resource method was given: ids of the path, the body as a record */
    static String of(Method endpoint, @Nullable Object[] understood) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((endpoint.getDeclaringClass().getName() + "." + endpoint.getName())
                    .getBytes(StandardCharsets.UTF_8));
            for (Object value : understood) {
                digest.update((byte) '\n');
                digest.update(bytes(value));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(@Nullable Object value) {
        return value instanceof Record body
                ? WireJson.write(body)
                : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
}
