package io.millrace.start;

import static io.millrace.start.Kind.DATABASE;
import static io.millrace.start.Kind.EMAIL;
import static io.millrace.start.Kind.FLAG;
import static io.millrace.start.Kind.HEADER;
import static io.millrace.start.Kind.HOST;
import static io.millrace.start.Kind.HTTP;
import static io.millrace.start.Kind.KEY;
import static io.millrace.start.Kind.PORT;
import static io.millrace.start.Kind.SECRET;
import static io.millrace.start.Kind.TEXT;
import static io.millrace.start.Kind.TIME;
import static io.millrace.start.Kind.duration;
import static io.millrace.start.Kind.number;
import static io.millrace.start.Kind.oneOf;
import static io.millrace.start.Kind.password;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Every setting there is, with what it may be; a test compares it with the reference. */
final class KnownSettings {

    private static final int MOST_THREADS = 500;
    private static final String DAY = "P1D";

    /** What the server reads. */
    static final Map<String, Kind> SERVER = Map.ofEntries(
            entry("MILLRACE_DATABASE_URL", DATABASE),
            entry("MILLRACE_DATABASE_USER", TEXT),
            entry("MILLRACE_DATABASE_PASSWORD", SECRET),
            entry("MILLRACE_DATABASE_OWNER_USER", TEXT),
            entry("MILLRACE_DATABASE_OWNER_PASSWORD", SECRET),
            // The server's own pools take no ISO duration.
            entry("MILLRACE_DATABASE_WAIT_MILLIS", number(100, 600_000)),
            entry("MILLRACE_MASTER_KEY", KEY),
            entry("MILLRACE_PUBLIC_URL", HTTP),
            entry("MILLRACE_PROXY_CLIENT_HEADER", HEADER),
            entry("MILLRACE_DEMO", FLAG),
            entry("MILLRACE_DEMO_MAIL_DIR", TEXT),
            entry("MILLRACE_SMTP_HOST", HOST),
            entry("MILLRACE_SMTP_PORT", PORT),
            entry("MILLRACE_SMTP_TLS", oneOf("offered", "required", "implicit", "none")),
            entry("MILLRACE_SMTP_TIMEOUT", duration("PT0.1S", "PT10M")),
            entry("MILLRACE_SMTP_USER", TEXT),
            entry("MILLRACE_SMTP_PASSWORD", SECRET),
            entry("MILLRACE_MAIL_FROM_ADDRESS", EMAIL),
            entry("MILLRACE_MAIL_FROM_NAME", TEXT),
            entry("MILLRACE_MAIL_NOTICES_PER_HOUR", number(1, 1_000_000)),
            entry("MILLRACE_STOP_GRACE", duration("PT0S", "PT10M")),
            entry("MILLRACE_ENGINE_WORKERS", number(0, MOST_THREADS)),
            entry("MILLRACE_ENGINE_LOCK", duration("PT5S", "PT1H")),
            entry("MILLRACE_ENGINE_HISTORY_CLEANUP_START", TIME),
            entry("MILLRACE_ENGINE_HISTORY_CLEANUP_END", TIME),
            entry("MILLRACE_RELAY_WORKERS", number(0, MOST_THREADS)),
            entry("MILLRACE_RELAY_SWEEP", duration("PT0.01S", DAY)),
            entry("MILLRACE_RELAY_LEASE", duration("PT0.1S", DAY)),
            entry("MILLRACE_RELAY_ATTEMPTS", number(1, 1_000)),
            entry("MILLRACE_RELAY_FIRST_PAUSE", duration("PT0.001S", DAY)),
            entry("MILLRACE_RELAY_LONGEST_PAUSE", duration("PT0.001S", DAY)),
            entry("MILLRACE_RELAY_LOOK_AGAIN", duration("PT0.1S", DAY)),
            entry("MILLRACE_SCHEDULES_WORKERS", number(0, MOST_THREADS)),
            entry("MILLRACE_SCHEDULES_SWEEP", duration("PT0.01S", DAY)),
            entry("MILLRACE_JOBS_WORKERS", number(0, MOST_THREADS)),
            // The job server refuses less.
            entry("MILLRACE_JOBS_POLL_INTERVAL", duration("PT5S", DAY)),
            entry("MILLRACE_JOBS_RETRIES", number(0, 100)),
            entry("MILLRACE_JOBS_WATCH_INTERVAL", duration("PT0.1S", DAY)),
            entry("MILLRACE_DASHBOARD_HOST", HOST),
            entry("MILLRACE_DASHBOARD_PORT", PORT),
            entry("MILLRACE_DASHBOARD_USER", TEXT),
            entry("MILLRACE_DASHBOARD_PASSWORD", SECRET),
            entry("MILLRACE_OPERATOR_EMAIL", EMAIL),
            entry("MILLRACE_OPERATOR_PASSWORD", password(12)));

    /** What the launcher reads besides; it hands on everything. */
    static final Map<String, Kind> LAUNCHER = Map.of(
            "MILLRACE_DATA_DIR", TEXT,
            "MILLRACE_HTTP_PORT", PORT,
            "MILLRACE_NODES", number(1, 9),
            "MILLRACE_HTTP_ADDRESS", HOST,
            // 0 is any free one.
            "MILLRACE_DATABASE_PORT", number(0, 65_535),
            "MILLRACE_JVM_OPTIONS", TEXT,
            "MILLRACE_START_TIMEOUT", number(1, 86_400),
            "MILLRACE_LAUNCHER_WATCH_PARENT", FLAG);

    /** What a database of one's own needs; with the embedded one, the launcher makes them. */
    static final List<String> NEEDED = List.of(
            "MILLRACE_DATABASE_URL",
            "MILLRACE_DATABASE_USER",
            "MILLRACE_DATABASE_PASSWORD",
            "MILLRACE_DATABASE_OWNER_USER",
            "MILLRACE_DATABASE_OWNER_PASSWORD",
            "MILLRACE_MASTER_KEY");

    /** One says nothing without the other. */
    static final Map<String, String> PAIRS = Map.of(
            "MILLRACE_OPERATOR_EMAIL", "MILLRACE_OPERATOR_PASSWORD",
            "MILLRACE_OPERATOR_PASSWORD", "MILLRACE_OPERATOR_EMAIL",
            "MILLRACE_SMTP_USER", "MILLRACE_SMTP_PASSWORD",
            "MILLRACE_SMTP_PASSWORD", "MILLRACE_SMTP_USER");

    private KnownSettings() {}
}
