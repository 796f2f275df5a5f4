package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.millrace.harness.Room;
import io.millrace.jobs.JobServer;
import io.millrace.jobs.outbox.DeliverEffect;
import io.millrace.jobs.outbox.DeliverEffectHandler;
import io.millrace.jobs.outbox.Relay;
import io.millrace.outbox.Trace;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendEmailIT extends WithMailServer {

    @RegisterExtension
    static final Room room = mailing();

    @AfterEach
    void quiet() {
        room.get(Relay.class).stop();
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

        send();

        assertThat(states()).containsExactly("QUEUED");
        assertThat(ofDelivery("state || ' ' || attempts || ' ' || last_error"))
                .singleElement()
                .asString()
                .startsWith("OPEN 0 MailServerAway: ")
                .doesNotContain("acme.test");
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

    @Override
    Room room() {
        return room;
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
