package io.millrace.scenario;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.StoppableServer;
import io.millrace.harness.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageIT {

    static Stream<Outage> outages() {
        return Stream.of(System.getProperty("millrace.outages", "8/2").split(","))
                .map(outage -> outage.split("/"))
                .map(parts -> new Outage(
                        Duration.ofSeconds(Long.parseLong(parts[0])), Duration.ofSeconds(Long.parseLong(parts[1]))));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whoever_asks_is_put_off_and_everything_goes_on_when_the_database_is_back(Outage outage) {
        // Each keeps its server's log.
        String name = outage.length().toSeconds() + "-" + outage.patience().toSeconds();
        Path home = Path.of(System.getProperty("millrace.war")).resolveSibling("outage-" + name);
        GreenMail mails = TestServers.mailServer();
        try (StoppableServer server = new StoppableServer(home.resolve("data"))) {
            server.start();
            TestDatabase database = TestDatabase.on(server);
            Map<String, String> settings = TestServers.settings(database, mails);
            settings.remove("millrace.dashboard.password");
            outage.addTo(settings);
            ServerProcess node = new ServerProcess(home, settings);
            try {
                node.start();
                outage.happensTo(server, database, mails, List.of(node));
            } finally {
                node.stop();
            }
        } finally {
            mails.stop();
        }
    }
}
