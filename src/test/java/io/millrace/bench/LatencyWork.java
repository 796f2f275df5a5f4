package io.millrace.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long one request takes when nothing else goes on, and how long what follows it takes: from the event to its
 * inside subscriber being done, and from the mail being queued to its job being done.
 *
 * <p>The request is compared with a plain insert and its commit. What follows is compared with a NOTIFY round trip
 * and not with a poll interval: to hear of a commit is the least it can cost, an interval is only what we chose.
 * The times are those in the rows, so an event's begins just before its commit. Quantiles are compared with the
 * same quantile.
 */
final class LatencyWork implements Work {

    private static final int WARM_UP = 200;
    private static final List<Integer> SIZES = List.of(30, 100);
    private static final List<Integer> QUANTILES = List.of(50, 99);

    private static final String SUBSCRIBER = """
            SELECT 1000 * extract(epoch FROM d.settled_at - e.occurred_at)
            FROM event e JOIN event_delivery d ON d.tenant_id = e.tenant_id AND d.event_id = e.id
            WHERE d.subscriber = 'TellDeciders' AND e.subject IN (%s)""";
    private static final String MAIL = """
            SELECT 1000 * extract(epoch FROM settled_at - created_at)
            FROM email_message WHERE model ->> 'approval_id' IN (%s)""";

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Row> measure() {
        try (Installation product = Installation.started(name());
                PlainPostgres plain = new PlainPostgres(product.database())) {
            Callers.perSecond(WARM_UP, product.oneApproval());
            product.awaitRest();
            return SIZES.stream().flatMap(size -> rows(product, plain, size)).toList();
        }
    }

    private Stream<Row> rows(Installation product, PlainPostgres plain, int size) {
        Installation.Requester ann = product.requester();
        List<Double> requests = new ArrayList<>();
        List<Double> inserts = new ArrayList<>();
        List<Double> notifications = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long start = System.nanoTime();
            ids.add("'" + ann.ask() + "'");
            requests.add((System.nanoTime() - start) / 1e6);
            product.awaitRest();
            // In turns, so that a moment in which the machine is busy meets both.
            inserts.add(plain.insert());
            notifications.add(plain.notification());
        }
        Samples heard = Samples.of(notifications);
        return Stream.of(
                        rows("request", Samples.of(requests), "insert and commit", Samples.of(inserts), size),
                        rows("subscriber", recorded(product, SUBSCRIBER, ids), "notify round trip", heard, size),
                        rows("mail", recorded(product, MAIL, ids), "notify round trip", heard, size))
                .flatMap(List::stream);
    }

    private static Samples recorded(Installation product, String query, List<String> ids) {
        List<Double> millis = product.database().texts(query.formatted(String.join(", ", ids))).stream()
                .map(Double::valueOf)
                .toList();
        if (millis.size() != ids.size())
            throw new IllegalStateException("one mail per request was expected, not " + millis.size());
        return Samples.of(millis);
    }

    private List<Row> rows(String part, Samples values, String baseline, Samples baselines, int size) {
        return QUANTILES.stream()
                .map(q -> new Row(
                        "%s.%s.p%d".formatted(name(), part, q),
                        size + " requests",
                        values.quantile(q),
                        "ms",
                        baseline,
                        baselines.quantile(q),
                        Row.Better.LOWER))
                .toList();
    }
}
