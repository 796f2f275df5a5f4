package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import io.millrace.outbox.RetryDelivery;
import io.millrace.outbox.SettleDelivery;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a mail that could not be sent when it was due. */
class UnsentEmailsIT extends WithMailServer {

    @RegisterExtension
    static final Room room = mailing();

    @Test
    void a_mail_that_is_given_up_is_failed_and_says_why() throws IOException {
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
    void a_failed_mail_is_queued_again_by_an_operator_and_goes_out() throws IOException {
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
    void a_question_that_was_given_up_is_not_asked_again_once_it_is_answered() throws IOException {
        giveUp();
        room.database().run("UPDATE approval_gate SET state = 'WAITING' WHERE tenant_id = '" + acme + "'");

        room.inside(acme, () -> room.get(RetryDelivery.class).retry(delivery(), null));
        mailServer.start();
        send();

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(states()).containsExactly("SKIPPED");
        assertThat(deliveries()).containsExactly("DONE");
    }

    @Override
    Room room() {
        return room;
    }
}
