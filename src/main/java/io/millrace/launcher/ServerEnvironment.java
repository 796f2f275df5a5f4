package io.millrace.launcher;

import java.util.Map;
import java.util.TreeMap;

/** What the launcher tells the server, through the environment: a command line would show passwords to everybody. */
final class ServerEnvironment {

    /** PostgreSQL then takes a string for a jsonb or an enum. */
    private static final String UNSPECIFIED = "stringtype=unspecified";

    private final Map<String, String> variables = new TreeMap<>();

    private ServerEnvironment() {}

    /** With a database that was configured. */
    static Map<String, String> of(LaunchPlan plan, DataDirectory data) {
        return new ServerEnvironment().complete(plan, data);
    }

    /** With the embedded database. */
    static Map<String, String> of(LaunchPlan plan, DataDirectory data, Secrets secrets, int databasePort) {
        ServerEnvironment environment = new ServerEnvironment();
        environment.embeddedDatabase(secrets, databasePort);
        return environment.complete(plan, data);
    }

    private Map<String, String> complete(LaunchPlan plan, DataDirectory data) {
        variables.putAll(plan.settings().all());
        variables.computeIfPresent("MILLRACE_DATABASE_URL", (name, url) -> withStringType(url));
        ports(plan);
        mail(plan, data);
        if (plan.demo()) variables.putIfAbsent("MILLRACE_DASHBOARD_PASSWORD", Secrets.randomWord(8));
        return variables;
    }

    private void ports(LaunchPlan plan) {
        variables.put("MILLRACE_DEMO", Boolean.toString(plan.demo()));
        variables.put("MILLRACE_HTTP_PORT", Integer.toString(plan.httpPort()));
        variables.put("MILLRACE_DASHBOARD_PORT", Integer.toString(plan.dashboardPort()));
        variables.put("MILLRACE_PUBLIC_URL", plan.publicUrl());
        variables.putIfAbsent("MILLRACE_DASHBOARD_USER", "ops");
    }

    private void embeddedDatabase(Secrets secrets, int port) {
        variables.put("MILLRACE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + DatabaseCluster.DATABASE);
        variables.put("MILLRACE_DATABASE_USER", DatabaseCluster.APPLICATION);
        variables.put("MILLRACE_DATABASE_PASSWORD", secrets.applicationPassword());
        variables.put("MILLRACE_DATABASE_OWNER_USER", DatabaseCluster.OWNER);
        variables.put("MILLRACE_DATABASE_OWNER_PASSWORD", secrets.ownerPassword());
        variables.put("MILLRACE_MASTER_KEY", secrets.masterKey());
    }

    private void mail(LaunchPlan plan, DataDirectory data) {
        if (plan.catchesMail()) {
            variables.put("MILLRACE_SMTP_HOST", LaunchPlan.LOOPBACK);
            variables.put("MILLRACE_DEMO_MAIL_DIR", data.mail().toString());
        }
        variables.put("MILLRACE_SMTP_PORT", Integer.toString(plan.smtpPort()));
    }

    static String withStringType(String url) {
        if (url.contains("stringtype=")) return url;
        return url + (url.contains("?") ? "&" : "?") + UNSPECIFIED;
    }
}
