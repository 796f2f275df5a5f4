package io.millrace.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How soon another node begins with what a request has left behind, when nothing went on before; from the request's
 * commit, or for the job from its own event's. The inside subscriber has begun when it makes its first mail, the
 * asynchronous step when the engine enters it, the job when its worker has it. The node that answers takes nothing
 * itself. Compared with a NOTIFY round trip.
 */
final class WakeWork implements Work {

    private static final int WARM_UP = 50;
    private static final List<Integer> SIZES = List.of(20, 60);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final int IDLES = 10;
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final List<Integer> QUANTILES = List.of(50, 99);

    private static final String COMMIT = "pg_xact_commit_timestamp(e.xmin)";
    private static final String SUBSCRIBER = """
            SELECT 1000 * extract(epoch FROM m.created_at - %s)
            FROM event e JOIN email_message m ON m.tenant_id = e.tenant_id AND m.cause_id = e.id
            WHERE e.subject IN (%s)""";
    private static final String STEP = """
            SELECT 1000 * extract(epoch FROM a.start_time_::timestamptz - %s)
            FROM event e JOIN camunda.act_hi_procinst p ON p.business_key_ = e.subject
            JOIN camunda.act_hi_actinst a ON a.proc_inst_id_ = p.proc_inst_id_ AND a.act_id_ = 'beside'
            WHERE e.type = 'approval.requested' AND e.subject IN (%s)""";
    private static final String JOB = """
            SELECT 1000 * extract(epoch FROM (
              SELECT min((h ->> 'createdAt')::timestamptz) FROM jsonb_array_elements(j.jobasjson::jsonb -> 'jobHistory') h
              WHERE h ->> 'state' = 'PROCESSING') - %s)
            FROM email_message m JOIN event e ON e.tenant_id = m.tenant_id AND e.subject = m.id::text
            JOIN event_delivery d ON d.tenant_id = e.tenant_id AND d.event_id = e.id AND d.subscriber = 'SendEmail'
            JOIN jobrunr.jobrunr_jobs j ON j.id = d.id::text
            WHERE e.type = 'message.queued' AND m.model ->> 'approval_id' IN (%s)""";

    @Override
    public String name() {
        return "wake";
    }

    @Override
    public List<Row> measure() {
        try (Installation nodes = Installation.ofTwoNodes(name());
                PlainPostgres plain = new PlainPostgres(nodes.database())) {
            nodes.deploy(BenchModels::withStep);
            Callers.perSecond(WARM_UP, nodes.oneApproval());
            nodes.awaitRest();
            List<Row> rows = new ArrayList<>();
            for (int size : SIZES) {
                rows.addAll(rows(nodes, plain, size + " requests", size, QUIET));
            }
            rows.addAll(rows(nodes, plain, IDLES + " after a minute", IDLES, IDLE));
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
                        rows("step", recorded(nodes, STEP, ids), heard, size),
                        rows("job", recorded(nodes, JOB, ids), heard, size))
                .flatMap(List::stream)
                .toList();
    }

    private static Samples recorded(Installation nodes, String query, List<String> ids) {
        List<Double> millis = nodes.database().texts(query.formatted(COMMIT, String.join(", ", ids))).stream()
                .map(Double::valueOf)
                .toList();
        if (millis.size() != ids.size())
            throw new IllegalStateException("one per request was expected, not " + millis.size());
        return Samples.of(millis);
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
