package io.millrace.api.json;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request that needs none: nothing, or an object without fields. Else a wish would be passed over. */
public record NoBody() {

    /** @param type as the request gives it; of nothing it does not matter */
    public static void require(@Nullable MediaType type, InputStream body) throws IOException {
        byte[] bytes = JsonBodyReader.read(body);
        if (bytes.length == 0) return;
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) throw new NotSupportedException();
        BodyBinder.bind(bytes, NoBody.class);
    }
}
