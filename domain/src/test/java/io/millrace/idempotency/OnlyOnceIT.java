package io.millrace.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Ids;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.harness.Room;
import io.millrace.idempotency.OnlyOnce.Outcome;
import io.millrace.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnlyOnceIT {

    private static final Answer CREATED = new Answer(201, "http://here/1", "\"tag\"", "{\"id\":1}");
    private static final MarkedRequest REQUEST = new MarkedRequest("ann", "key-1", "hash of it");

    @RegisterExtension
    static final Room room = Room.with();

    private UUID acme;

    @BeforeEach
    void aTenant() {
        acme = room.anotherTenant("acme");
    }

    @Test
    void the_second_time_the_first_answer_comes_again_and_nothing_happens() {
        Outcome first = run(acme, REQUEST, this::leaveTrace);
        Outcome second = run(acme, REQUEST, this::leaveTrace);

        assertThat(first).isEqualTo(new Outcome(CREATED, false));
        assertThat(second).isEqualTo(new Outcome(CREATED, true));
        assertThat(traces()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_not_kept_and_leaves_nothing() {
        assertThatThrownBy(() -> run(acme, REQUEST, () -> {
                    leaveTrace();
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(traces()).isZero();
        assertThat(run(acme, REQUEST, this::leaveTrace).replayed()).isFalse();
    }

    @Test
    void another_request_with_the_key_is_refused() {
        run(acme, REQUEST, this::leaveTrace);

        assertThatThrownBy(() -> run(acme, new MarkedRequest("ann", "key-1", "another hash"), this::leaveTrace))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void keys_of_other_people_and_tenants_have_nothing_to_do_with_it() {
        UUID globex = room.anotherTenant("globex");
        run(acme, REQUEST, this::leaveTrace);

        assertThat(run(acme, new MarkedRequest("max", "key-1", "hash of it"), this::leaveTrace)
                        .replayed())
                .isFalse();
        assertThat(run(globex, REQUEST, this::leaveTrace).replayed()).isFalse();
    }

    @Test
    void while_the_first_runs_the_second_is_told_to_wait() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(() -> run(acme, REQUEST, () -> {
            running.countDown();
            await(looked);
            return leaveTrace();
        }));
        await(running);

        assertThatThrownBy(() -> run(acme, REQUEST, this::leaveTrace)).isInstanceOf(StillRunning.class);
        looked.countDown();

        assertThat(first.get().replayed()).isFalse();
        assertThat(run(acme, REQUEST, this::leaveTrace).replayed()).isTrue();
    }

    @Test
    void after_a_day_the_answer_is_forgotten() {
        run(acme, REQUEST, this::leaveTrace);
        room.database().run("UPDATE idempotency_record SET created_at = now() - interval '25 hours'");

        assertThat(run(acme, REQUEST, this::leaveTrace).replayed()).isFalse();
        room.database().run("UPDATE idempotency_record SET created_at = now() - interval '25 hours'");
        int forgotten = TenantScope.call(acme, () -> room.get(OnlyOnce.class).forgetOld());
        assertThat(forgotten).isEqualTo(1);
    }

    private static Outcome run(UUID tenant, MarkedRequest request, Supplier<Answer> work) {
        return TenantScope.call(tenant, () -> room.get(OnlyOnce.class).run(request, work));
    }

    private Answer leaveTrace() {
        room.get(AuditTrail.class).record(new AuditEntry(Instant.EPOCH, "test.done", "test", Ids.next(), null));
        return CREATED;
    }

    private int traces() {
        return room.database()
                .texts("SELECT id FROM audit_entry WHERE tenant_id = '" + acme + "'")
                .size();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
