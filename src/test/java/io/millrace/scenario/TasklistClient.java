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

/** Does what the pages of Tasklist do when somebody clicks, without a browser. */
final class TasklistClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI product;
    private final CookieManager cookies;
    private final boolean showsToken;
    private final HttpClient http;

    private TasklistClient(URI product, CookieManager cookies, boolean showsToken) {
        this.product = product;
        this.cookies = cookies;
        this.showsToken = showsToken;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** What the page gets; on an error it shows the body's message. */
    record Reply(int status, JsonNode body) {

        String message() {
            return body.path("message").asText("");
        }
    }

    /** Has the page open and is nobody yet. */
    static TasklistClient visiting(URI product) {
        TasklistClient client = new TasklistClient(product, new CookieManager(), true);
        client.openPage();
        return client;
    }

    static TasklistClient signIn(URI product, String tenant, String firstName) {
        return signIn(product, "%s/%s@%s.test".formatted(tenant, firstName, tenant));
    }

    /** @param name with the tenant in front of the address */
    static TasklistClient signIn(URI product, String name) {
        TasklistClient client = visiting(product);
        String form = "username=%s&password=%s".formatted(encoded(name), encoded(MillraceClient.PASSWORD));
        Reply reply = client.send(client.request("camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (reply.status() != 200) throw new IllegalStateException("Tasklist refused the sign-in: " + reply);
        client.openPage(); // the sign-in made a new session
        return client;
    }

    /** The same session, as a foreign page would use it that cannot read our cookies. */
    TasklistClient withoutToken() {
        return new TasklistClient(product, cookies, false);
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
        return post("camunda/api/engine/engine/default/task/" + taskId + "/submit-form", body);
    }

    /** @param path below the product's root */
    Reply get(String path) {
        return send(request(path).GET().build());
    }

    /** What is no JSON, as it came. */
    String page(String path) {
        try {
            HttpRequest request = request(path).setHeader("Accept", "*/*").GET().build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Reply post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** A call to the engine behind the pages, such as {@code GET /task/4711}. */
    Reply engine(String call, String json) {
        String path = "camunda/api/engine/engine/default" + call.substring(call.indexOf('/'));
        return call.startsWith("GET ") ? get(path) : post(path, json);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.resolve("/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, text/html");
        if (!showsToken) return request;
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
