package io.millrace.workflows.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.harness.TestClock;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.process.Drawn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models that mail more than their tenant may. */
class SendMailLimitIT {

    private static final TestClock clock = new TestClock(Instant.parse("2027-03-05T12:00:00Z"));

    @RegisterExtension
    static final Room room = EngineRoom.with().at(clock).setting("millrace.mail.notices-per-hour", "3");

    private UUID acme;
    private Member ada;

    @BeforeEach
    void a_company_with_two_managers() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
        room.member(acme, "Max", Role.MANAGER, DecidingGroup.MANAGER);
        room.member(acme, "Moe", Role.MEMBER, DecidingGroup.MANAGER);
        byte[] file = Drawn.process(
                "telling",
                Drawn.serviceTask("sendMail", Map.of("to", "manager", "title", "Paper", "text", "It is here.")));
        room.as(ada, () -> room.get(DeployModel.class).deploy(file));
    }

    @Test
    void what_is_too_much_for_the_hour_waits_and_is_sent_in_the_next() {
        tell();
        await().until(() -> mails() == 2);
        tell();

        await().until(() -> !waiting().isEmpty());
        assertThat(waiting()).containsExactly("01:00:00 3");
        assertThat(mails()).isEqualTo(2);

        clock.advance(Duration.ofHours(1));
        await().atMost(Duration.ofSeconds(70)).until(() -> mails() == 4);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_suspended_tenant_mails_nobody_until_it_is_back() {
        tenantIs("SUSPENDED");
        tell();
        await().until(() -> !waiting().isEmpty());
        assertThat(mails()).isZero();

        tenantIs("ACTIVE");
        clock.advance(Duration.ofHours(1));

        await().atMost(Duration.ofSeconds(70)).until(() -> mails() == 2);
    }

    @Test
    void another_tenant_mails_meanwhile() {
        tell();
        UUID globex = room.anotherTenant("globex");
        Member other = room.member(globex, "Ada", Role.ANALYST);
        byte[] file = Drawn.process(
                "telling", Drawn.serviceTask("sendMail", Map.of("to", "role:analyst", "title", "Hi", "text", "You.")));
        room.as(other, () -> room.get(DeployModel.class).deploy(file));

        for (int i = 0; i < 3; i++) {
            room.as(
                    other,
                    () -> room.get(Engine.class)
                            .startProcess("telling", UUID.randomUUID().toString(), Map.of()));
        }

        await().until(() -> mails(globex) == 3);
        assertThat(mails()).isEqualTo(2);
    }

    private void tell() {
        room.as(
                ada,
                () -> room.get(Engine.class)
                        .startProcess("telling", UUID.randomUUID().toString(), Map.of()));
    }

    private void tenantIs(String state) {
        room.database().run("UPDATE tenant SET state = '" + state + "' WHERE id = '" + acme + "'");
    }

    private int mails() {
        return mails(acme);
    }

    private static int mails(UUID tenant) {
        return room.database()
                .texts("SELECT id FROM email_message WHERE tenant_id = '" + tenant + "'")
                .size();
    }

    /** How long each waits, and how many attempts it has left. */
    private List<String> waiting() {
        return room.database().texts("""
                SELECT duedate_ - create_time_ || ' ' || retries_ FROM camunda.act_ru_job
                WHERE duedate_ > create_time_ AND lock_owner_ IS NULL AND tenant_id_ = '%s'""".formatted(acme));
    }

    private List<String> incidents() {
        return room.database()
                .texts("SELECT incident_msg_ FROM camunda.act_ru_incident WHERE tenant_id_ = '" + acme + "'");
    }
}
