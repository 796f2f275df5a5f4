package io.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Lends a server with a database and a mailbox of their own to the classes that kill it, break its tables or
 * press it hard. It starts for the first of them and serves them all, because a start takes longer than
 * most of what they do. When a test fails, what the server logged of its faults is printed with it.
 */
final class OwnServer implements BeforeAllCallback, TestExecutionExceptionHandler {

    private @Nullable Running running;

    /** What is shared; JUnit closes it after the last class. */
    private static final class Running implements AutoCloseable {

        final TestDatabase database = TestDatabase.empty();
        final GreenMail mails = TestServers.mailServer();
        final FaultyMailServer mailServer = new FaultyMailServer(mails.getSmtp().getPort());
        final ServerProcess process;

        Running() {
            Map<String, String> settings = TestServers.settings(database, mails);
            settings.put("millrace.smtp.port", String.valueOf(mailServer.port()));
            settings.put("millrace.stop.grace", "PT15S"); // the machine may be busy with other tests
            process = new ServerProcess(
                    Path.of(System.getProperty("millrace.war")).resolveSibling("own-server"), settings);
            process.start();
        }

        @Override
        public void close() {
            process.stop();
            mailServer.close();
            mails.stop();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OwnServer.class))
                .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        System.out.println(process().faults());
        throw failure;
    }

    ServerProcess process() {
        return running().process;
    }

    TestDatabase database() {
        return running().database;
    }

    GreenMail mails() {
        return running().mails;
    }

    /** Stands before the mailbox, and is well unless a test makes it unwell. */
    FaultyMailServer mailServer() {
        return running().mailServer;
    }

    /** What a part says of itself. */
    JsonNode health(String part) {
        return process().health(part);
    }

    People people(String tenant) {
        return People.of(process().uri(), tenant);
    }

    private Running running() {
        return Objects.requireNonNull(running, "before the class");
    }
}
