package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
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
import io.millrace.jobs.JobsRoom;
import io.millrace.jobs.outbox.DeliverEffect;
import io.millrace.jobs.outbox.DeliverEffectHandler;
import io.millrace.notification.QueueEmail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Mails to somebody of a new tenant, a mail server that can be away, and one attempt at a time. */
abstract class WithMailServer {

    private static final int PORT = freePort();

    UUID acme = new UUID(0, 0);

    final GreenMail mailServer = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static Room mailing() {
        return JobsRoom.with(AsksTheManager.class)
                .at(Clock.fixed(Instant.parse("2027-03-01T10:00:00Z"), ZoneOffset.UTC))
                .setting("millrace.jobs.retries", 1)
                .setting("millrace.smtp.host", "127.0.0.1")
                .setting("millrace.smtp.port", PORT)
                .setting("millrace.mail.from-address", "mill@millrace.test")
                .setting("millrace.public.url", "https://millrace.test");
    }

    abstract Room room();

    @BeforeEach
    void a_new_tenant_and_a_mail_server() {
        acme = room().anotherTenant("acme");
        mailServer.start();
    }

    @AfterEach
    void no_mail_server_and_nothing_left_to_send() {
        mailServer.stop();
        room().database().run("DELETE FROM delivery_dispatch");
    }

    UUID max(String address) {
        return member(address, "Max Müller", DecidingGroup.MANAGER).id();
    }

    void queue(UUID recipient) {
        queue(recipient, request());
    }

    void queue(UUID recipient, UUID request) {
        Map<String, String> model = new HashMap<>();
        model.put("approval_id", request.toString());
        model.put("gate_name", "manager");
        model.put("title", "Two laptops für\r\nBcc: eve@acme.test");
        model.put("amount", "1,200.00 EUR");
        model.put("requester", "Ann Example");
        model.put("gate", "manager");
        room().inside(acme, () -> room().get(QueueEmail.class).queue(acme, "approval-decide", recipient, model));
    }

    /** Both attempts that it has. */
    void giveUp() throws IOException {
        queue(max("max@acme.test"));
        mailServer.stop();
        try (ScriptedServer busy = ScriptedServer.on(PORT, "450 4.2.1 <max@acme.test> is busy")) {
            send();
            assertThatThrownBy(this::send).hasMessageStartingWith("MailNotSent");
        }
    }

    /** At the manager's gate; nobody has been told of it. */
    UUID request() {
        Member ann = member("ann@acme.test", "Ann Example").asMember();
        UUID id = room().get(CurrentMember.class)
                .call(
                        ann,
                        () -> room().inside(
                                        acme,
                                        () -> room().get(RequestApproval.class)
                                                .request(new RequestApproval.Wanted(
                                                        "purchase",
                                                        "Two laptops",
                                                        Money.of(120_000, "EUR"),
                                                        null,
                                                        null))
                                                .id()));
        room().database()
                .run(
                        "DELETE FROM delivery_dispatch WHERE tenant_id = '" + acme + "'",
                        "DELETE FROM event_delivery WHERE tenant_id = '" + acme + "'");
        return id;
    }

    DeliverEffect send() {
        DeliverEffect job = new DeliverEffect(acme, delivery());
        room().get(DeliverEffectHandler.class).run(job);
        return job;
    }

    List<String> states() {
        return room().database().texts("SELECT state FROM email_message WHERE tenant_id = '" + acme + "'");
    }

    List<String> reasons() {
        return room().database()
                .texts("SELECT coalesce(reason, 'none') FROM email_message WHERE tenant_id = '" + acme + "'");
    }

    List<String> deliveries() {
        return ofDelivery("state");
    }

    UUID delivery() {
        return UUID.fromString(ofDelivery("id").get(0));
    }

    List<String> ofDelivery(String column) {
        return room().database()
                .texts("SELECT " + column + " FROM event_delivery WHERE subscriber = 'SendEmail' AND tenant_id = '"
                        + acme + "'");
    }

    Membership member(String address, String name, DecidingGroup... groups) {
        return room().inside(
                        acme,
                        () -> room().get(AddMember.class)
                                .add(address, name, "let-the-wheel-turn", Set.of(Role.MEMBER), Set.of(groups)));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
