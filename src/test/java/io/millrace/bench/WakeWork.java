package io.millrace.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How soon another node begins with what a request has left behind, when nothing went on before: from the event to the
 * mail that its inside subscriber makes first, and from there to the end of the mail's job. The node that answers takes
 * nothing itself. Compared with a NOTIFY round trip; the times are those in the rows, so an event's begins just before
 * its commit.
 */
final class WakeWork implements Work {

    private static final int WARM_UP = 50;
    private static final List<Integer> SIZES = List.of(20, 60);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final List<Integer> QUANTILES = List.of(50, 99);

    private static final String SUBSCRIBER = """
            SELECT 1000 * extract(epoch FROM m.created_at - e.occurred_at)
            FROM event e JOIN email_message m ON m.tenant_id = e.tenant_id AND m.cause_id = e.id
            WHERE e.subject IN (%s)""";
    private static final String JOB = """
            SELECT 1000 * extract(epoch FROM settled_at - created_at)
            FROM email_message WHERE model ->> 'approval_id' IN (%s)""";

    @Override
    public String name() {
        return "wake";
    }

    @Override
    public List<Row> measure() {
        try (Installation nodes = Installation.ofTwoNodes(name());
                PlainPostgres plain = new PlainPostgres(nodes.database())) {
            Callers.perSecond(WARM_UP, nodes.oneApproval());
            nodes.awaitRest();
            List<Row> rows = new ArrayList<>();
            for (int size : SIZES) {
                rows.addAll(rows(nodes, plain, size + " requests", size, QUIET));
            }
            rows.addAll(rows(nodes, plain, "3 requests after a minute", 3, IDLE));
            return rows;
        }
    }

    private List<Row> rows(Installation nodes, PlainPostgres plain, String size, int requests, Duration pause) {
        Installation.Requester ann = nodes.requester();
        List<String> ids = new ArrayList<>();
        List<Double> notifications = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            LockSupport.parkNanos(pause.toNanos());
            ids.add("'" + ann.ask() + "'");
            nodes.awaitRest();
            notifications.add(plain.notification());
        }
        Samples heard = Samples.of(notifications);
        return Stream.of(
                        rows("subscriber", recorded(nodes, SUBSCRIBER, ids), heard, size),
                        rows("job", recorded(nodes, JOB, ids), heard, size))
                .flatMap(List::stream)
                .toList();
    }

    private static Samples recorded(Installation nodes, String query, List<String> ids) {
        return Samples.of(nodes.database().texts(query.formatted(String.join(", ", ids))).stream()
                .map(Double::valueOf)
                .toList());
    }

    private List<Row> rows(String part, Samples values, Samples baselines, String size) {
        return QUANTILES.stream()
                .map(q -> new Row(
                        "%s.%s.p%d".formatted(name(), part, q),
                        size,
                        values.quantile(q),
                        "ms",
                        "notify round trip",
                        baselines.quantile(q),
                        Row.Better.LOWER))
                .toList();
    }
}
