package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.millrace.Money;
import io.millrace.approval.AsksTheManager;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Room;
import io.millrace.identity.AddMember;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Membership;
import io.millrace.identity.Role;
import io.millrace.jobs.JobServer;
import io.millrace.jobs.JobsRoom;
import io.millrace.jobs.outbox.DeliverEffect;
import io.millrace.jobs.outbox.DeliverEffectHandler;
import io.millrace.jobs.outbox.Relay;
import io.millrace.notification.QueueEmail;
import io.millrace.outbox.RetryDelivery;
import io.millrace.outbox.SettleDelivery;
import io.millrace.outbox.Trace;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendEmailIT {

    private static final int PORT = freePort();

    @RegisterExtension
    static final Room room = JobsRoom.with(AsksTheManager.class)
            .at(Clock.fixed(Instant.parse("2027-03-01T10:00:00Z"), ZoneOffset.UTC))
            .setting("millrace.jobs.retries", 1)
            .setting("millrace.smtp.host", "127.0.0.1")
            .setting("millrace.smtp.port", PORT)
            .setting("millrace.mail.from-address", "mill@millrace.test")
            .setting("millrace.public.url", "https://millrace.test");

    private UUID acme = new UUID(0, 0);

    private final GreenMail mailServer = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void a_new_tenant_and_a_mail_server() {
        acme = room.anotherTenant("acme");
        mailServer.start();
    }

    @AfterEach
    void quiet() {
        room.get(Relay.class).stop();
        mailServer.stop();
        room.database().run("DELETE FROM delivery_dispatch");
    }

    @AfterAll
    static void stop() {
        room.get(JobServer.class).stop();
    }

    @Test
    void a_queued_mail_arrives_as_text_and_html() {
        queue(max("max@acme.test"));

        send();

        MimeMessage mail = mailServer.getReceivedMessages()[0];
        Approved.verify("queued-mail.approved.eml", normalised(mail));
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void a_queued_mail_finds_its_way_through_relay_and_job_server() {
        UUID max = max("max@acme.test");
        UUID request = request();
        room.get(JobServer.class).start();
        room.get(Relay.class).start();

        queue(max, request);

        await().atMost(Duration.ofSeconds(20)).until(() -> states().equals(List.of("SENT")));
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void runs_twice_with_one_effect() {
        queue(max("max@acme.test"));

        DeliverEffect job = send();
        room.get(DeliverEffectHandler.class).run(job);

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void leaves_no_trace_when_it_fails() {
        queue(max("max@acme.test"));
        mailServer.stop();

        assertThatThrownBy(this::send)
                .hasMessageStartingWith("MailNotSent")
                .message()
                .doesNotContain("acme.test");

        assertThat(states()).containsExactly("QUEUED");
        assertThat(deliveries()).containsExactly("OPEN");
    }

    @Test
    void a_mail_that_is_given_up_is_failed_and_says_why() {
        giveUp();

        assertThat(states()).containsExactly("FAILED");
        assertThat(deliveries()).containsExactly("DEAD");
        assertThat(reasons())
                .singleElement()
                .asString()
                .startsWith("given up: MailNotSent: ")
                .doesNotContain("@");
    }

    @Test
    void a_failed_mail_is_queued_again_by_an_operator_and_goes_out() {
        giveUp();

        UUID dead = delivery();
        room.inside(acme, () -> room.get(RetryDelivery.class).retry(dead, null));

        assertThat(states()).containsExactly("QUEUED");
        assertThat(reasons()).containsExactly("none");
        mailServer.start();
        send();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(states()).containsExactly("SENT");
        assertThat(deliveries()).containsExactly("DONE");
    }

    @Test
    void a_mail_that_a_server_took_is_never_failed() {
        queue(max("max@acme.test"));
        send();
        room.database().run("UPDATE event_delivery SET state = 'OPEN' WHERE tenant_id = '" + acme + "'");

        room.inside(acme, () -> room.get(SettleDelivery.class).dead(delivery(), "the plug was pulled"));
        room.inside(acme, () -> room.get(RetryDelivery.class).retry(delivery(), null));
        send();

        assertThat(states()).containsExactly("SENT");
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void what_it_said_is_forgotten_when_it_is_sent() {
        queue(max("max@acme.test"));

        send();

        assertThat(room.database()
                        .texts("SELECT DISTINCT jsonb_object_keys(model) FROM email_message WHERE tenant_id = '" + acme
                                + "'"))
                .containsExactly("approval_id");
    }

    @Test
    void it_carries_the_trace_of_what_caused_it() throws MessagingException {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Trace.set(traceparent);
        queue(max("max@acme.test"));
        Trace.set(null);

        send();

        assertThat(mailServer.getReceivedMessages()[0].getHeader("traceparent")).containsExactly(traceparent);
    }

    @Test
    void a_mail_to_somebody_who_was_suspended_meanwhile_is_skipped_and_says_why() {
        UUID max = max("max@acme.test");
        queue(max);

        room.database().run("UPDATE membership SET state = 'SUSPENDED' WHERE id = '" + max + "'");
        send();

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(states()).containsExactly("SKIPPED");
        assertThat(reasons()).containsExactly("its recipient is suspended");
        assertThat(ofDelivery("state || ' ' || note")).containsExactly("DONE skipped: its recipient is suspended");
    }

    @Test
    void a_question_that_was_given_up_is_not_asked_again_once_it_is_answered() {
        giveUp();
        room.database().run("UPDATE approval_gate SET state = 'WAITING' WHERE tenant_id = '" + acme + "'");

        room.inside(acme, () -> room.get(RetryDelivery.class).retry(delivery(), null));
        mailServer.start();
        send();

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(states()).containsExactly("SKIPPED");
        assertThat(deliveries()).containsExactly("DONE");
    }

    /** Both attempts that it has. */
    private void giveUp() {
        queue(max("max@acme.test"));
        mailServer.stop();
        assertThatThrownBy(this::send).hasMessageStartingWith("MailNotSent");
        assertThatThrownBy(this::send).hasMessageStartingWith("MailNotSent");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID max(String address) {
        return member(address, "Max Müller", DecidingGroup.MANAGER).id();
    }

    private Membership member(String address, String name, DecidingGroup... groups) {
        return room.inside(
                acme,
                () -> room.get(AddMember.class)
                        .add(address, name, "let-the-wheel-turn", Set.of(Role.MEMBER), Set.of(groups)));
    }

    /** At the manager's gate; nobody has been told of it. */
    private UUID request() {
        Member ann = member("ann@acme.test", "Ann Example").asMember();
        UUID id = room.get(CurrentMember.class)
                .call(
                        ann,
                        () -> room.inside(
                                acme,
                                () -> room.get(RequestApproval.class)
                                        .request(new RequestApproval.Wanted(
                                                "purchase", "Two laptops", Money.of(120_000, "EUR"), null, null))
                                        .id()));
        room.database()
                .run(
                        "DELETE FROM delivery_dispatch WHERE tenant_id = '" + acme + "'",
                        "DELETE FROM event_delivery WHERE tenant_id = '" + acme + "'");
        return id;
    }

    private void queue(UUID recipient) {
        queue(recipient, request());
    }

    private void queue(UUID recipient, UUID request) {
        Map<String, String> model = new HashMap<>();
        model.put("approval_id", request.toString());
        model.put("gate_name", "manager");
        model.put("title", "Two laptops für\r\nBcc: eve@acme.test");
        model.put("amount", "1,200.00 EUR");
        model.put("requester", "Ann Example");
        model.put("gate", "manager");
        room.inside(acme, () -> room.get(QueueEmail.class).queue(acme, "approval-decide", recipient, model));
    }

    private DeliverEffect send() {
        DeliverEffect job = new DeliverEffect(acme, delivery());
        room.get(DeliverEffectHandler.class).run(job);
        return job;
    }

    private List<String> states() {
        return room.database().texts("SELECT state FROM email_message WHERE tenant_id = '" + acme + "'");
    }

    private List<String> reasons() {
        return room.database()
                .texts("SELECT coalesce(reason, 'none') FROM email_message WHERE tenant_id = '" + acme + "'");
    }

    private List<String> deliveries() {
        return ofDelivery("state");
    }

    private UUID delivery() {
        return UUID.fromString(ofDelivery("id").get(0));
    }

    private List<String> ofDelivery(String column) {
        return room.database()
                .texts("SELECT " + column + " FROM event_delivery WHERE subscriber = 'SendEmail' AND tenant_id = '"
                        + acme + "'");
    }

    private String normalised(MimeMessage mail) {
        String whole = GreenMailUtil.getWholeMessage(mail).replace("\r\n", "\n");
        String id = delivery().toString();
        assertThat(whole).contains("Message-ID: <" + id + "@millrace.test>");
        return whole.replace(id, "DELIVERY")
                .replaceAll("----=_Part[0-9._]+", "BOUNDARY")
                .replaceAll("(?s)Received:.*?(?=\n[A-Z])\n", "");
    }
}
