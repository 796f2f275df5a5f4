package io.millrace.launcher;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Asks for some paths again and again, from before there is anybody, and keeps every different answer. */
final class Knocking implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Set<String> answers = ConcurrentHashMap.newKeySet();

    static Knocking at(int port, String... paths) {
        Knocking knocking = new Knocking();
        for (String path : List.of(paths)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            ScheduledFuture<?> unused = knocking.clock.scheduleWithFixedDelay(
                    () -> knocking.answers.add(path + " " + knocking.answer(request)), 0, 20, TimeUnit.MILLISECONDS);
        }
        return knocking;
    }

    private String answer(HttpRequest request) {
        try {
            return String.valueOf(
                    client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (ConnectException nobody) {
            return "nobody there";
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "nobody there";
        }
    }

    Set<String> answers() {
        return answers;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
