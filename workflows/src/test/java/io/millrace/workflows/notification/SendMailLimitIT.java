package io.millrace.workflows.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.harness.TestClock;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.CancelInstance;
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
        deploy("telling", "manager");
        deploy("telling-one", "role:analyst");
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
    void one_that_has_many_to_mail_is_not_overtaken_by_one_that_has_few() {
        tellOne();
        await().until(() -> mails() == 1);
        clock.advance(Duration.ofMinutes(10));
        tellOne();
        await().until(() -> mails() == 2);
        clock.advance(Duration.ofMinutes(10));
        tell();
        await().until(() -> waiting().size() == 1);
        clock.advance(Duration.ofMinutes(10));

        tellOne();
        await().until(() -> waiting().size() == 2);
        assertThat(waiting()).containsExactly("00:40:00 3", "00:40:00 3");

        clock.advance(Duration.ofMinutes(30));
        await().until(() -> mails() == 4);
        clock.advance(Duration.ofMinutes(10));
        await().until(() -> mails() == 5);
        assertThat(line()).isEmpty();
    }

    @Test
    void those_that_wait_do_not_come_all_at_once() {
        for (int i = 0; i < 3; i++) tellOne();
        await().until(() -> mails() == 3);

        for (int i = 1; i <= 5; i++) {
            int size = i;
            tellOne();
            await().until(() -> waiting().size() == size);
        }

        assertThat(waiting()).containsExactly("01:00:00 3", "01:00:00 3", "01:00:00 3", "02:00:00 3", "02:00:00 3");
        clock.advance(Duration.ofHours(1));
        await().until(() -> mails() == 6);
        clock.advance(Duration.ofHours(1));
        await().until(() -> mails() == 8);
    }

    @Test
    void one_whose_process_is_gone_is_not_waited_for() {
        for (int i = 0; i < 3; i++) tellOne();
        await().until(() -> mails() == 3);
        tell();
        await().until(() -> waiting().size() == 1);
        tell();
        await().until(() -> waiting().size() == 2);
        waitingInstances()
                .forEach(id -> room.as(ada, () -> room.get(CancelInstance.class).cancel(id, "not any more")));
        clock.advance(Duration.ofMinutes(66));

        tellOne();
        await().until(() -> mails() == 4);
    }

    @Test
    void one_job_that_mails_more_than_an_hour_has_says_so_instead_of_waiting_for_ever() {
        String each = Drawn.serviceTask("sendMail", Map.of("to", "role:analyst", "title", "Hi", "text", "You."))
                .replace("R3/PT1M", "R1/PT1S")
                .replace(
                        "</serviceTask>",
                        "<multiInstanceLoopCharacteristics isSequential='true'><loopCardinality>4</loopCardinality>"
                                + "</multiInstanceLoopCharacteristics></serviceTask>");
        room.as(ada, () -> room.get(DeployModel.class).deploy(Drawn.process("telling-four", each)));

        start(ada, "telling-four");

        await().until(() -> !incidents().isEmpty());
        assertThat(incidents()).singleElement().asString().contains("is more than the 3 people of an hour");
        assertThat(mails()).isZero();
    }

    @Test
    void a_suspended_tenant_mails_nobody_until_it_is_back_and_nothing_is_given_up() {
        tenantIs("SUSPENDED");
        tell();
        await().until(() -> !waiting().isEmpty());
        assertThat(mails()).isZero();
        clock.advance(Duration.ofDays(30));
        await().until(() -> waiting().equals(List.of("30 days 01:00:00 3")));

        tenantIs("ACTIVE");
        clock.advance(Duration.ofHours(1));

        await().atMost(Duration.ofSeconds(70)).until(() -> mails() == 2);
    }

    @Test
    void another_tenant_mails_meanwhile() {
        tell();
        UUID globex = room.anotherTenant("globex");
        Member other = room.member(globex, "Ada", Role.ANALYST);
        deploy(other, "telling-one", "role:analyst");

        for (int i = 0; i < 3; i++) start(other, "telling-one");

        await().until(() -> mails(globex) == 3);
        assertThat(mails()).isEqualTo(2);
    }

    private void deploy(String key, String to) {
        deploy(ada, key, to);
    }

    private static void deploy(Member analyst, String key, String to) {
        byte[] file = Drawn.process(
                key, Drawn.serviceTask("sendMail", Map.of("to", to, "title", "Paper", "text", "It is here.")));
        room.as(analyst, () -> room.get(DeployModel.class).deploy(file));
    }

    /** Two managers. */
    private void tell() {
        start(ada, "telling");
    }

    private void tellOne() {
        start(ada, "telling-one");
    }

    private static void start(Member by, String key) {
        room.as(
                by,
                () -> room.get(Engine.class).startProcess(key, UUID.randomUUID().toString(), Map.of()));
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
                WHERE duedate_ > create_time_ AND lock_owner_ IS NULL AND tenant_id_ = '%s'
                ORDER BY duedate_""".formatted(acme));
    }

    private List<UUID> waitingInstances() {
        return room
                .database()
                .texts("SELECT process_instance_id_ FROM camunda.act_ru_job WHERE tenant_id_ = '" + acme + "'")
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private List<String> line() {
        return room.database().texts("SELECT waiter FROM notice_line WHERE tenant_id = '" + acme + "'");
    }

    private List<String> incidents() {
        return room.database()
                .texts("SELECT incident_msg_ FROM camunda.act_ru_incident WHERE tenant_id_ = '" + acme + "'");
    }
}
