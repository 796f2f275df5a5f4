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

/** Does what the pages of Tasklist or Cockpit do when somebody clicks, without a browser. */
final class TasklistClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI product;
    private final String app;
    private final CookieManager cookies;
    private final boolean showsToken;
    private final HttpClient http;

    private TasklistClient(URI product, String app, CookieManager cookies, boolean showsToken) {
        this.product = product;
        this.app = app;
        this.cookies = cookies;
        this.showsToken = showsToken;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** What the page gets; on an error it shows the body's message. */
    record Reply(int status, JsonNode body, String retryAfter) {

        String message() {
            return body.path("message").asText("");
        }
    }

    /** Has the page open and is nobody yet. */
    static TasklistClient visiting(URI product) {
        return visiting(product, "tasklist");
    }

    /** @param app {@code tasklist} or {@code cockpit} */
    static TasklistClient visiting(URI product, String app) {
        TasklistClient client = new TasklistClient(product, app, new CookieManager(), true);
        client.openPage();
        return client;
    }

    static TasklistClient signIn(URI product, String tenant, String firstName) {
        return signInTo(product, "tasklist", "%s/%s@%s.test".formatted(tenant, firstName, tenant));
    }

    /** @param name as it is typed into the page's form */
    static TasklistClient signInTo(URI product, String app, String name) {
        TasklistClient client = visiting(product, app);
        Reply reply = client.submitSignIn(name);
        if (reply.status() != 200) throw new IllegalStateException(app + " refused the sign-in: " + reply);
        return client;
    }

    Reply submitSignIn(String name) {
        String form = "username=%s&password=%s".formatted(encoded(name), encoded(MillraceClient.PASSWORD));
        Reply reply = send(request("camunda/api/admin/auth/user/default/login/" + app)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        openPage(); // the sign-in made a new session
        return reply;
    }

    /** The same session, as a foreign page would use it that cannot read our cookies. */
    TasklistClient withoutToken() {
        return new TasklistClient(product, app, cookies, false);
    }

    /** It hands out the session's token. */
    private void openPage() {
        get("camunda/app/" + app + "/default/");
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

    /** @param path below {@code camunda/api} */
    Reply call(String method, String path) {
        return send(request("camunda/api" + path)
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
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
                    response.statusCode(),
                    isJson ? JSON.readTree(response.body()) : MissingNode.getInstance(),
                    response.headers().firstValue("Retry-After").orElse(""));
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
