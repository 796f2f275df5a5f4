package io.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.approval.ApprovalGateDecided;
import io.millrace.notification.MessageQueued;
import io.millrace.outbox.DomainEvent;
import org.junit.jupiter.api.Test;

class DomainEventTest {

    @Test
    void the_type_is_the_class_name_with_a_dot_after_its_first_word() {
        assertThat(DomainEvent.typeOf(ApprovalGateDecided.class)).isEqualTo("approval.gate_decided");
        assertThat(DomainEvent.typeOf(MessageQueued.class)).isEqualTo("message.queued");
    }
}
