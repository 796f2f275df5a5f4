package io.millrace.workflows.correlation;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.outbox.ClaimedDelivery;
import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Line;
import io.millrace.outbox.Outbox;
import io.millrace.outbox.SettleDelivery;
import io.millrace.process.DeployModel;
import io.millrace.workflows.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What happens to one tenant in a test, with the relay's part done on the test's own thread. */
final class Happenings {

    private final Room room;
    private final UUID tenant;

    Happenings(Room room, UUID tenant) {
        this.room = room;
        this.tenant = tenant;
    }

    void deployedBy(Member analyst, byte[] file) {
        room.as(analyst, () -> room.get(DeployModel.class).deploy(file));
    }

    /** It is stored; nobody has heard of it yet. */
    void happens(DomainEvent fact) {
        room.inside(tenant, () -> room.get(Outbox.class).add(fact));
    }

    /** It is stored, and everybody hears of it. */
    void heard(DomainEvent fact) {
        happens(fact);
        hear();
    }

    /** Makes what is due, until nothing is. */
    void hear() {
        while (hearNext(() -> {})) {
            // there may be another one
        }
    }

    /** @param atTheEnd of the transaction, before it commits */
    boolean hearNext(Runnable atTheEnd) {
        return mine().stream().findFirst().map(line -> hear(line, atTheEnd)).orElse(false);
    }

    List<Line> mine() {
        return room.get(DeliveryQueue.class).dueLines(1_000).stream()
                .filter(line -> line.tenantId().equals(tenant))
                .filter(line -> line.subscriber().equals("StartAndMoveProcesses"))
                .toList();
    }

    boolean hear(Line line, Runnable atTheEnd) {
        return room.inside(tenant, () -> {
            Optional<ClaimedDelivery> claimed = room.get(DeliveryQueue.class).claimFirst(line);
            claimed.ifPresent(delivery -> {
                room.get(StartAndMoveProcesses.class).on(delivery.event());
                room.get(SettleDelivery.class).done(delivery.id());
                atTheEnd.run();
            });
            return claimed.isPresent();
        });
    }

    void started(String key, String businessKey) {
        started(key, businessKey, () -> {});
    }

    /** @param atTheEnd of the transaction, before it commits */
    void started(String key, String businessKey, Runnable atTheEnd) {
        room.inside(tenant, () -> {
            room.get(Engine.class).startProcess(key, businessKey, Map.of());
            atTheEnd.run();
        });
    }

    /** Of which process about what, and where it stands, once the engine has gone on with what it can. */
    List<String> stands() {
        comesToRest();
        return room.database().texts("""
                SELECT d.key_ || ' ' || coalesce(i.business_key_, '-') || ' ' || e.act_id_
                FROM camunda.act_ru_execution e
                JOIN camunda.act_ru_execution i ON i.id_ = e.proc_inst_id_
                JOIN camunda.act_re_procdef d ON d.id_ = e.proc_def_id_
                WHERE e.tenant_id_ = '%s' AND e.act_id_ IS NOT NULL AND e.is_active_ AND d.key_ NOT LIKE 'calling%%'
                ORDER BY 1""".formatted(tenant));
    }

    /** By name, type and text. */
    List<String> variables() {
        comesToRest();
        return room.database().texts("""
                SELECT name_ || ' ' || type_ || ' ' || coalesce(text_, double_::text, long_::text)
                FROM camunda.act_ru_variable WHERE tenant_id_ = '%s' AND name_ NOT IN ('traceparent', 'millrace.cause') ORDER BY 1""".formatted(tenant));
    }

    private void comesToRest() {
        Awaitility.await()
                .until(() -> room.database()
                        .texts(
                                "SELECT id_ FROM camunda.act_ru_job WHERE type_ = 'message' AND retries_ > 0 AND tenant_id_ = '"
                                        + tenant + "'")
                        .isEmpty());
    }

    List<String> kept() {
        return room.database()
                .texts("SELECT type || ' ' || subject FROM waiting_message WHERE tenant_id = '" + tenant
                        + "' ORDER BY 1");
    }
}
