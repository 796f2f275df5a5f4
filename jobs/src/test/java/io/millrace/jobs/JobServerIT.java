package io.millrace.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobServerIT {

    private static final int PORT = freePort();

    @RegisterExtension
    static final Room room = JobsRoom.with()
            .setting("millrace.dashboard.port", PORT)
            .setting("millrace.dashboard.password", "open sesame");

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        room.get(JobServer.class).start();
    }

    @AfterEach
    void stop() {
        room.get(JobServer.class).stop();
    }

    @Test
    void the_dashboard_asks_for_the_password() throws Exception {
        assertThat(get("/api/jobs?state=ENQUEUED", null, null)).isEqualTo(401);
        assertThat(get("/api/jobs?state=ENQUEUED", "ops:wrong", null)).isEqualTo(401);
        assertThat(get("/api/jobs?state=ENQUEUED", "ops:open sesame", null)).isEqualTo(200);
        assertThat(get("/dashboard/overview", "ops:open sesame", null)).isEqualTo(200);
    }

    @Test
    void another_site_cannot_use_the_operators_browser() throws Exception {
        assertThat(get("/api/jobs?state=ENQUEUED", "ops:open sesame", "https://evil.test"))
                .isEqualTo(403);
        assertThat(get("/api/jobs?state=ENQUEUED", "ops:open sesame", "http://127.0.0.1:" + PORT))
                .isEqualTo(200);
    }

    @Test
    void the_dashboard_talks_to_nobody_else() throws Exception {
        assertThat(answer("/dashboard/overview", "ops:open sesame", null)
                        .headers()
                        .allValues("Content-Security-Policy"))
                .contains("connect-src 'self'; frame-ancestors 'none'");
    }

    @Test
    void the_job_server_comes_back_soon_after_its_database_does() {
        await().until(() -> room.get(JobServer.class).isRunning());

        room.database().goAway();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !room.get(JobServer.class).isRunning());
        } finally {
            room.database().comeBack();
        }

        await().atMost(Duration.ofSeconds(10))
                .until(() -> room.get(JobServer.class).isRunning());
    }

    private int get(String path, @Nullable String credentials, @Nullable String origin)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(path, credentials, origin);
        if (answer.statusCode() == 500) throw new IOException(answer.body());
        return answer.statusCode();
    }

    private HttpResponse<String> answer(String path, @Nullable String credentials, @Nullable String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path));
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        if (origin != null) request.header("Origin", origin);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
