package io.millrace.notification;

import io.millrace.approval.ApprovalUnanswerable;
import io.millrace.identity.Memberships;
import io.millrace.identity.Role;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Queues a mail to every operator; the platform's own tenant must be bound. */
@ApplicationScoped
class QueueOperatorEmail {

    static final String TEMPLATE = "approval-unanswerable";

    /** Of the tenant whose request waits. */
    static final String TENANT_ID = "tenant_id";

    @Inject
    Memberships memberships;

    @Inject
    Tenants tenants;

    @Inject
    QueueEmail queueEmail;

    /** @param about the tenant whose request waits */
    @Transactional
    void queue(UUID cause, UUID about, ApprovalUnanswerable event) {
        Map<String, String> model = Map.of(
                "tenant",
                tenants.find(about).orElseThrow().slug(),
                TENANT_ID,
                about.toString(),
                ApprovalMailModel.APPROVAL_ID,
                event.approvalId().toString(),
                ApprovalMailModel.GATE_NAME,
                event.gate(),
                "gate",
                event.gate().replace('_', ' '));
        memberships
                .activeWith(Role.OPERATOR)
                .forEach(operator -> queueEmail.queue(cause, TEMPLATE, operator.id(), model));
    }
}
