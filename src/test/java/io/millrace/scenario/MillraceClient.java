package io.millrace.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the product as a program would, and holds every answer against the published description:
 * {@code MillraceClient ann = MillraceClient.at(product).signIn("acme", "ann");}
 */
public final class MillraceClient {

    public static final String PASSWORD = "let-the-wheel-turn";

    // With HTTP/2 all requests would share one connection, and "from two connections" would not be tested.
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    /** In the scenarios; where speed is measured, it would be measured too. */
    private static final boolean CHECKED = "start".equals(System.getProperty("millrace.servers"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI product;
    private final Map<String, String> headers;
    private final boolean mayMeetFaults;

    private MillraceClient(URI product, Map<String, String> headers, boolean mayMeetFaults) {
        this.product = product;
        this.headers = headers;
        this.mayMeetFaults = mayMeetFaults;
    }

    /** What was answered; the body is missing when there was none or it was no JSON, the words are it as it came. */
    public record Answer(int status, JsonNode body, String words, HttpHeaders headers) {

        public String code() {
            return text("/code");
        }

        /** At a JSON Pointer; empty when there is nothing. */
        public String text(String pointer) {
            return body.at(pointer).asText("");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /**
     * Nobody yet.
     *
     * @param product its root, such as Arquillian's URL
     */
    public static MillraceClient at(URI product) {
        return new MillraceClient(product, Map.of(), false);
    }

    /** The same caller with one more header. */
    public MillraceClient with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new MillraceClient(product, more, mayMeetFaults);
    }

    /** The same caller where a test breaks something on purpose: everywhere else a 500 fails the test. */
    public MillraceClient amidFaults() {
        return new MillraceClient(product, headers, true);
    }

    /** One of the demo's people by first name. */
    public MillraceClient signIn(String tenant, String firstName) {
        Answer answer = tokens(tenant, firstName + "@" + tenant + ".test", PASSWORD);
        if (answer.status() != 200) throw new IllegalStateException("sign-in was refused: " + answer);
        return with("Authorization", "Bearer " + answer.text("/access_token"));
    }

    public Answer tokens(String tenant, String email, String password) {
        return post(
                "/auth/tokens",
                "{\"tenant\": \"%s\", \"email\": \"%s\", \"password\": \"%s\"}".formatted(tenant, email, password));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** A form with one file in it. */
    public Answer postFile(String path, String field, byte[] file) {
        String boundary = "between-the-parts";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"model.bpmn\"\r\nContent-Type: application/xml\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(product.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()));
        return send(request, null);
    }

    /** @param path below {@code /api/v1} */
    public Answer send(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) request.header("Content-Type", "application/json");
        return send(request, json);
    }

    private Answer send(HttpRequest.Builder request, @Nullable String json) {
        headers.forEach(request::setHeader);
        try {
            HttpRequest made = request.build();
            HttpResponse<String> response = HTTP.send(made, HttpResponse.BodyHandlers.ofString());
            if (CHECKED) check(new Exchange(made, json, response));
            return new Answer(response.statusCode(), parse(response.body()), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(Exchange exchange) {
        if (!mayMeetFaults) exchange.mustBeNoFault();
        exchange.mustBeDescribed(Description.of(product));
    }

    private static JsonNode parse(String body) {
        if (body.isBlank()) return MissingNode.getInstance();
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
