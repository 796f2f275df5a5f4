package io.millrace.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

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
        Duration patience) {

    /** Any free port will do. */
    static final int ANY = 0;

    static final String LOOPBACK = "127.0.0.1";

    private static final String EVERYWHERE = "0.0.0.0";

    static LaunchPlan of(Settings settings) {
        boolean embedded = !settings.has("MILLRACE_DATABASE_URL");
        if (!embedded) requireWhatARealDatabaseNeeds(settings);
        boolean demo = settings.flag("MILLRACE_DEMO", embedded);
        boolean catchesMail = demo && !settings.has("MILLRACE_SMTP_HOST");
        // The demo's passwords are public, so the demo is for this machine only unless told otherwise.
        String address = settings.text("MILLRACE_HTTP_ADDRESS", demo ? LOOPBACK : EVERYWHERE);
        LaunchPlan plan = new LaunchPlan(
                settings,
                Path.of(settings.text("MILLRACE_DATA_DIR", ".millrace"))
                        .toAbsolutePath()
                        .normalize(),
                embedded,
                demo,
                catchesMail,
                address,
                settings.port("MILLRACE_HTTP_PORT", 8080),
                settings.port("MILLRACE_DASHBOARD_PORT", 8000),
                settings.port("MILLRACE_SMTP_PORT", catchesMail ? 3025 : 25),
                settings.port("MILLRACE_DATABASE_PORT", ANY),
                Duration.ofSeconds(settings.number("MILLRACE_START_TIMEOUT", 300, 1, 86_400)));
        plan.requireKey();
        return plan;
    }

    private static void requireWhatARealDatabaseNeeds(Settings settings) {
        settings.requireAll(
                List.of(
                        "MILLRACE_DATABASE_USER",
                        "MILLRACE_DATABASE_PASSWORD",
                        "MILLRACE_DATABASE_OWNER_USER",
                        "MILLRACE_DATABASE_OWNER_PASSWORD",
                        "MILLRACE_MASTER_KEY"),
                "MILLRACE_DATABASE_URL is set");
        String url = settings.text("MILLRACE_DATABASE_URL", "");
        if (!url.startsWith("jdbc:postgresql:"))
            // Not repeated here: it may hold a password.
            throw new CannotStart("MILLRACE_DATABASE_URL must start with jdbc:postgresql:, for example"
                    + " jdbc:postgresql://host/database.");
    }

    private void requireKey() {
        settings.text("MILLRACE_MASTER_KEY").ifPresent(key -> {
            if (!isKey(key))
                throw new CannotStart("MILLRACE_MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32).");
        });
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == 32;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The ports that must be free, in the order in which a person would want to hear of them. */
    List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        ports.add(new Port("the product", httpAddress, httpPort, "MILLRACE_HTTP_PORT"));
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

    /** Where the server answers on this machine. */
    String localUrl() {
        return "http://" + (httpAddress.equals(EVERYWHERE) ? LOOPBACK : httpAddress) + ":" + httpPort;
    }
}
