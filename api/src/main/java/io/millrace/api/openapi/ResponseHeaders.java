package io.millrace.api.openapi;

import io.millrace.api.http.Endpoint;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.page.PageView;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;

/** The headers of answers that say more than the body does. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static Map<String, Header> of(Endpoint endpoint, String status, boolean tagged) {
        Map<String, Header> headers = new TreeMap<>();
        if (tagged) headers.putAll(tag());
        if (status.equals("201")) headers.put("Location", header("Where the new thing is"));
        if (endpoint.method().getReturnType() == PageView.class) {
            headers.put("Link", header("The next page, as rel=next; absent on the last one"));
        }
        if (endpoint.method().isAnnotationPresent(Idempotent.class)) {
            headers.put("Idempotent-Replayed", header("true when this is the first answer once more"));
        }
        return headers;
    }

    static Map<String, Header> tag() {
        return Map.of("ETag", header("The state that it is in, for If-Match and If-None-Match"));
    }

    static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(Schemas.text());
    }
}
