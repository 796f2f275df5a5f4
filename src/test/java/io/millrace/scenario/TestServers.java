package io.millrace.scenario;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.millrace.harness.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts what the product needs (a database, a mail server) before any container is made, and puts the
 * product's settings where {@code arquillian.xml} finds them. Only where the build asks for it, so that unit
 * tests stay quick.
 */
public final class TestServers implements LauncherSessionListener {

    /** When the engine would delete old history: never while tests run. */
    @SuppressWarnings("TimeInStaticInitializer") // a run of tests is shorter
    static final LocalTime CLEANUP = LocalTime.now(ZoneOffset.UTC).plusHours(12).truncatedTo(ChronoUnit.MINUTES);

    private static @Nullable TestDatabase database;
    private static @Nullable GreenMail mails;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // A mail server's thread fails when its caller is killed, and that is no business of whoever waits then.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        if (!"start".equals(System.getProperty("millrace.servers"))) return;
        database = TestDatabase.empty();
        mails = mailServer();
        System.setProperty(
                "millrace.server.options",
                settings(database, mails).entrySet().stream()
                        .map(e -> "-D" + e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (mails != null) mails.stop();
    }

    static TestDatabase database() {
        return java.util.Objects.requireNonNull(database, "run by Maven's failsafe, which asks for the servers");
    }

    static GreenMail mails() {
        return java.util.Objects.requireNonNull(mails, "run by Maven's failsafe, which asks for the servers");
    }

    /** A started one; its port is picked by the system. */
    public static GreenMail mailServer() {
        ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(30_000);
        GreenMail server = new GreenMail(smtp);
        server.start();
        return server;
    }

    /** What the product is told, by the names of its reference of settings. */
    public static Map<String, String> settings(TestDatabase database, GreenMail mails) {
        Map<String, String> settings = new LinkedHashMap<>();
        // Bare: the archive says itself what the driver must do, and an ampersand would break arquillian.xml.
        settings.put("millrace.database.url", database.url().replaceFirst("\\?.*", ""));
        settings.put("millrace.database.user", TestDatabase.APPLICATION);
        settings.put("millrace.database.password", database.password());
        settings.put("millrace.database.owner.user", TestDatabase.OWNER);
        settings.put("millrace.database.owner.password", database.password());
        settings.put("millrace.master.key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("millrace.demo", "true");
        settings.put("millrace.smtp.host", "127.0.0.1");
        settings.put("millrace.smtp.port", String.valueOf(mails.getSmtp().getPort()));
        settings.put("millrace.engine.history.cleanup.start", CLEANUP.toString());
        settings.put("millrace.engine.history.cleanup.end", CLEANUP.plusHours(1).toString());
        settings.put("millrace.dashboard.port", String.valueOf(freePort()));
        settings.put("millrace.dashboard.password", "only-for-tests");
        settings.put("millrace.public.url", "http://localhost");
        return settings;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
