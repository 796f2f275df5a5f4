package io.millrace.workflows.correlation;

import io.millrace.outbox.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact of a tenant's own, under whatever type the test wants. */
public record OrderHappened(
        String orderId,
        Long amount,
        Double rate,
        Boolean express,
        @Nullable String remark,
        List<String> items) implements DomainEvent {

    /** Of the type that most tests use. */
    public static final String PAID = "order.paid";

    static OrderHappened about(String orderId) {
        return new OrderHappened(orderId, 4200L, 0.5, true, "as agreed", List.of("a book"));
    }

    @Override
    public String subject() {
        return orderId;
    }

    @Override
    public String type() {
        return PAID;
    }
}
