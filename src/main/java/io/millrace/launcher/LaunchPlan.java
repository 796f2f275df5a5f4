package io.millrace.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What this start will run and where, decided from the settings before anything is touched. */
record LaunchPlan(
        Settings settings,
        Path data,
        boolean embedded,
        boolean demo,
        boolean catchesMail,
        String httpAddress,
        int httpPort,
        int dashboardPort,
        int smtpPort,
        int databasePort,
        Duration patience,
        Duration grace) {

    /** Any free port will do. */
    static final int ANY = 0;

    static final String LOOPBACK = "127.0.0.1";

    static final String EVERYWHERE = "0.0.0.0";

    static LaunchPlan of(Settings settings) {
        settings.requireRight();
        boolean embedded = !settings.has("MILLRACE_DATABASE_URL");
        boolean demo = settings.flag("MILLRACE_DEMO", embedded);
        boolean catchesMail = demo && !settings.has("MILLRACE_SMTP_HOST");
        // The demo's passwords are public, so the demo is for this machine only unless told otherwise.
        String address = settings.text("MILLRACE_HTTP_ADDRESS", demo ? LOOPBACK : EVERYWHERE);
        return new LaunchPlan(
                settings,
                Path.of(settings.text("MILLRACE_DATA_DIR", ".millrace"))
                        .toAbsolutePath()
                        .normalize(),
                embedded,
                demo,
                catchesMail,
                address,
                settings.number("MILLRACE_HTTP_PORT", 8080),
                settings.number("MILLRACE_DASHBOARD_PORT", 8000),
                settings.number("MILLRACE_SMTP_PORT", catchesMail ? 3025 : 25),
                settings.number("MILLRACE_DATABASE_PORT", ANY),
                Duration.ofSeconds(settings.number("MILLRACE_START_TIMEOUT", 300)),
                Duration.parse(settings.text("MILLRACE_STOP_GRACE", "PT3S")));
    }

    /** The ports that must be free, in the order in which a person would want to hear of them. */
    List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        for (Node node : nodes()) {
            ports.add(new Port("the product", httpAddress, node.port(), "MILLRACE_HTTP_PORT"));
        }
        if (hasDashboard())
            ports.add(new Port("the job dashboard", dashboardHost(), dashboardPort, "MILLRACE_DASHBOARD_PORT"));
        if (catchesMail) ports.add(new Port("the mail catcher", LOOPBACK, smtpPort, "MILLRACE_SMTP_PORT"));
        if (embedded && databasePort != ANY)
            ports.add(new Port("the database", LOOPBACK, databasePort, "MILLRACE_DATABASE_PORT"));
        return ports;
    }

    /** Without a password the product does not serve it; the demo makes one. */
    boolean hasDashboard() {
        return demo || settings.has("MILLRACE_DASHBOARD_PASSWORD");
    }

    private String dashboardHost() {
        return settings.text("MILLRACE_DASHBOARD_HOST", LOOPBACK);
    }

    String publicUrl() {
        return settings.text("MILLRACE_PUBLIC_URL", "http://localhost:" + httpPort);
    }

    /** The servers to start, on ports next to each other. */
    List<Node> nodes() {
        return IntStream.rangeClosed(1, settings.number("MILLRACE_NODES", 1))
                .mapToObj(number -> new Node(number, httpAddress, httpPort + number - 1))
                .toList();
    }
}
