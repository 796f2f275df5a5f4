package io.millrace.launcher;

import io.millrace.demo.DemoPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The short table at the end of the start: what runs where, who can sign in, how to stop. */
final class WelcomeTable {

    private static final int COLUMN = 20;

    private final List<String> lines = new ArrayList<>();

    private WelcomeTable() {}

    static String of(LaunchPlan plan, DataDirectory data, Map<String, String> environment) {
        WelcomeTable table = new WelcomeTable();
        table.places(plan, data, environment);
        if (plan.demo()) table.people();
        table.row("Stop", "Ctrl-C");
        return "\n" + String.join("\n", table.lines) + "\n";
    }

    private void places(LaunchPlan plan, DataDirectory data, Map<String, String> environment) {
        String url = plan.publicUrl();
        row("Start page", url + "/");
        plan.nodes().stream()
                .filter(node -> !node.isFirst())
                .forEach(node -> row("Node " + node.number(), node.localUrl() + "/"));
        row("API", url + "/api/v1   described at " + url + "/openapi");
        row("Tasklist", url + "/camunda");
        row("Cockpit", url + "/camunda/app/cockpit/");
        row("Job dashboard", dashboard(plan, environment));
        if (plan.catchesMail())
            row("Mails", url + "/demo/mail   caught on " + LaunchPlan.LOOPBACK + ":" + plan.smtpPort());
        row("Health", url + "/health   metrics at " + url + "/metrics");
        row("Database", database(plan, data, environment));
        row("Server log", data.log("server.log").toString());
        lines.add("");
    }

    private static String dashboard(LaunchPlan plan, Map<String, String> environment) {
        if (!plan.hasDashboard()) return "off, until MILLRACE_DASHBOARD_PASSWORD is set";
        String address = "http://localhost:" + plan.dashboardPort() + "/dashboard";
        // Only the demo's password may be shown on a screen.
        return plan.demo()
                ? address + "   user " + environment.get("MILLRACE_DASHBOARD_USER") + ", password "
                        + environment.get("MILLRACE_DASHBOARD_PASSWORD")
                : address;
    }

    private static String database(LaunchPlan plan, DataDirectory data, Map<String, String> environment) {
        String url = environment
                .getOrDefault("MILLRACE_DATABASE_URL", "")
                .replaceFirst("^jdbc:", "")
                .replaceFirst("[?].*", "");
        return plan.embedded()
                ? "psql " + url.replace("//", "//" + DatabaseCluster.OWNER + "@") + "   password in " + data.secrets()
                : url;
    }

    private void people() {
        lines.add("  Everybody's password is " + DemoPeople.PASSWORD);
        DemoPeople.list().forEach(line -> row(line.email(), line.does()));
        lines.add("  In Tasklist and Cockpit the user name is tenant/e-mail: acme/max@acme.test");
        lines.add("  Cockpit is open to max, olga and ada, and to ops as millrace/acme/ops@millrace.test");
        lines.add("");
    }

    private void row(String name, String value) {
        lines.add("  " + name + " ".repeat(Math.max(1, COLUMN - name.length())) + value);
    }
}
