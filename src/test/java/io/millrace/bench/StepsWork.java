package io.millrace.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Asynchronous steps of processes per second, on one node and on two, and how often a node reached for a job that
 * another had taken a moment before; against the engine by itself with its maker's settings. The steps do nothing, so
 * that only what the engine does about them counts.
 */
final class StepsWork implements Work {

    private static final int WARM_UP = 100;
    private static final List<Integer> SIZES = List.of(50, 200);
    private static final String ENGINES_DEFAULTS = "engine's defaults";

    /** What one run came to. */
    private record Result(double perSecond, double lostPercent) {}

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public List<Row> measure() {
        try (Nodes product = new ProductNodes();
                Nodes bare = new BareNodes()) {
            List<Row> one = rows("1-node", product, bare);
            product.addNode();
            bare.addNode();
            return Stream.concat(one.stream(), rows("2-nodes", product, bare).stream())
                    .toList();
        }
    }

    private List<Row> rows(String nodes, Nodes product, Nodes bare) {
        run(product, WARM_UP);
        run(bare, WARM_UP);
        return SIZES.stream()
                .flatMap(chains ->
                        rows(nodes, chains * BenchModels.CHAIN + " steps", run(product, chains), run(bare, chains)))
                .toList();
    }

    private Stream<Row> rows(String nodes, String size, Result product, Result bare) {
        String work = name() + "." + nodes;
        return Stream.of(
                new Row(work, size, product.perSecond(), "1/s", ENGINES_DEFAULTS, bare.perSecond(), Row.Better.HIGHER),
                new Row(
                        work + ".lost",
                        size,
                        product.lostPercent(),
                        "%",
                        ENGINES_DEFAULTS,
                        bare.lostPercent(),
                        Row.Better.LOWER));
    }

    private static Result run(Nodes nodes, int chains) {
        nodes.prepare(chains);
        String steps = "FROM " + nodes.schema() + ".act_hi_actinst WHERE act_id_ LIKE 'step%'";
        String rests = "SELECT count(*) FROM " + nodes.schema() + ".act_hi_actinst WHERE act_id_ = 'rest'";
        long goal = number(nodes, rests) + chains;
        String before = nodes.database()
                .texts("SELECT coalesce(max(end_time_), '-infinity') " + steps)
                .get(0);
        long taken = nodes.taken();
        long lost = nodes.lost();
        nodes.begin();
        Awaitility.await("all chains have come to rest")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> number(nodes, rests) == goal);
        String rate = nodes.database().texts("""
                        SELECT count(*) / extract(epoch FROM max(end_time_) - min(start_time_))
                        %s AND start_time_ > '%s'""".formatted(steps, before)).get(0);
        double lostNow = nodes.lost() - lost;
        return new Result(Double.parseDouble(rate), 100 * lostNow / (nodes.taken() - taken + lostNow));
    }

    private static long number(Nodes nodes, String query) {
        return Long.parseLong(nodes.database().texts(query).get(0));
    }
}
