package io.millrace.jobs.notification;

import io.millrace.approval.Approvals;
import io.millrace.approval.DecideGate;
import io.millrace.identity.Membership;
import io.millrace.identity.Permission;
import io.millrace.notification.OutgoingMail;
import io.millrace.notification.QueuedEmail;
import io.millrace.outbox.Trace;
import io.millrace.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes the mail that a queued message stands for, with the address that its recipient has now. */
@ApplicationScoped
class ComposeEmail {

    private static final Set<String> ASKING = Set.of("approval-decide", "approval-reminder");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String INSTANCE = "/camunda/app/cockpit/default/#/process-instance/";

    @Inject
    Tasks tasks;

    @Inject
    Approvals approvals;

    @Inject
    MailTemplates templates;

    @Inject
    MailSettings settings;

    @Transactional
    public OutgoingMail compose(QueuedEmail mail, UUID deliveryId) {
        Map<String, String> model = new HashMap<>(mail.model());
        if (mail.name() != null) model.put("name", mail.name());
        if (ASKING.contains(mail.template())) {
            String approval = model.getOrDefault("approval_id", "");
            model.put("link", linkToTask(approval));
            linkToPicture(approval, mail.recipient()).ifPresent(link -> model.put("picture", link));
        }
        MailTemplates.Filled filled = templates.fill(mail.template(), model);
        return new OutgoingMail(
                deliveryId,
                mail.name() == null ? "" : mail.name(),
                mail.address(),
                filled.subject(),
                filled.text(),
                filled.html(),
                Trace.current());
    }

    /** Deciders land on their task; the task may be gone by now, then they land on their list. */
    private String linkToTask(String approvalId) {
        String list = settings.publicUrl + TASKLIST;
        return tasks.findOpen(approvalId, DecideGate.NAME)
                .map(task -> list + "#/?task=" + task.id())
                .orElse(list);
    }

    /** Where the request stands, in Cockpit; for those of the deciders who may look there. */
    private Optional<String> linkToPicture(String approvalId, Membership recipient) {
        if (!recipient.asMember().may(Permission.PROCESS_READ)) return Optional.empty();
        return approvals
                .find(UUID.fromString(approvalId))
                .flatMap(approval -> Optional.ofNullable(approval.instanceId()))
                .map(instance -> settings.publicUrl + INSTANCE + instance + "/runtime");
    }
}
