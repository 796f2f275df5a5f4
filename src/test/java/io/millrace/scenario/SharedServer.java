package io.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Lends one server to all scenarios that leave it as it is: a start takes longer than most of what they do. When a
 * test fails, what the server logged of its faults is printed with it.
 */
final class SharedServer implements BeforeAllCallback, TestExecutionExceptionHandler {

    private static @Nullable Running running;

    /** JUnit closes it after the last class. */
    private static final class Running implements AutoCloseable {

        final ServerProcess process = new ServerProcess(
                Path.of(System.getProperty("millrace.war")).resolveSibling("shared-server"),
                TestServers.settings(TestServers.database(), TestServers.mails()));

        Running() {
            process.start();
        }

        @Override
        public void close() {
            process.stop();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedServer.class))
                .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        System.out.println(server().faults());
        throw failure;
    }

    /** The root of the server. */
    static URI uri() {
        return server().uri();
    }

    /** What it says of all its parts together. */
    static String health() {
        return server().page("health");
    }

    /** What a part says of itself. */
    static JsonNode health(String part) {
        return server().health(part);
    }

    /** What it has logged until now. */
    static List<String> log() {
        try {
            return Files.readAllLines(server().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerProcess server() {
        return Objects.requireNonNull(running, "before the class").process;
    }
}
