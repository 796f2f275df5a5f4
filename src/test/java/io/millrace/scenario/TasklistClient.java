package io.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does what the pages of Tasklist do when somebody clicks, without a browser. */
final class TasklistClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI product;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private TasklistClient(URI product) {
        this.product = product;
    }

    /** What the page gets; on an error it shows the body's message. */
    record Reply(int status, JsonNode body) {

        String message() {
            return body.path("message").asText("");
        }
    }

    static TasklistClient signIn(URI product, String tenant, String firstName) {
        TasklistClient client = new TasklistClient(product);
        client.openPage();
        String form = "username=%s&password=%s"
                .formatted(
                        encoded("%s/%s@%s.test".formatted(tenant, firstName, tenant)),
                        encoded(MillraceClient.PASSWORD));
        Reply reply = client.send(client.request("camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (reply.status() != 200) throw new IllegalStateException("Tasklist refused the sign-in: " + reply);
        client.openPage(); // the sign-in made a new session
        return client;
    }

    /** It hands out the session's token. */
    private void openPage() {
        send(request("camunda/app/tasklist/default/").GET().build());
    }

    /** As the button "Complete" does. */
    Reply complete(String taskId, String decision, String comment) {
        String body = """
                {"variables": {"decision": {"type": "String", "value": "%s"},
                               "comment": {"type": "String", "value": "%s"}}}""".formatted(decision, comment);
        return send(request("camunda/api/engine/engine/default/task/" + taskId + "/submit-form")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Any call to the engine behind the pages, such as {@code GET /task/4711}. */
    Reply engine(String call, @Nullable String json) {
        String method = call.substring(0, call.indexOf(' '));
        HttpRequest.Builder request =
                request("camunda/api/engine/engine/default" + call.substring(method.length() + 1));
        boolean sends = method.equals("POST") && json != null;
        if (sends) request.header("Content-Type", "application/json");
        return send(request.method(method, sends ? BodyPublishers.ofString(json) : BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.resolve("/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, text/html");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Reply(
                    response.statusCode(), isJson ? JSON.readTree(response.body()) : MissingNode.getInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
