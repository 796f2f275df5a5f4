package io.millrace.jobs.notification;

import io.millrace.approval.DecideGate;
import io.millrace.notification.OutgoingMail;
import io.millrace.notification.QueuedEmail;
import io.millrace.outbox.Trace;
import io.millrace.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes the mail that a queued message stands for, with the address that its recipient has now. */
@ApplicationScoped
class ComposeEmail {

    private static final Set<String> ASKING = Set.of("approval-decide", "approval-reminder");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @Inject
    Tasks tasks;

    @Inject
    MailTemplates templates;

    @Inject
    MailSettings settings;

    @Transactional
    public OutgoingMail compose(QueuedEmail mail, UUID deliveryId) {
        Map<String, String> model = new HashMap<>(mail.model());
        if (mail.name() != null) model.put("name", mail.name());
        if (ASKING.contains(mail.template())) model.put("link", linkToTask(model.getOrDefault("approval_id", "")));
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
}
