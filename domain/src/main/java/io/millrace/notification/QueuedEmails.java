package io.millrace.notification;

import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.outbox.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails that wait, and whether they still may go out. */
@ApplicationScoped
public class QueuedEmails {

    @Inject
    EmailMessages messages;

    @Inject
    Memberships memberships;

    @Inject
    @Any
    Instance<MailSource> sources;

    /** Empty when it has been settled already. */
    @Transactional
    public Optional<QueuedEmail> find(UUID id) {
        EmailMessage message = messages.require(id);
        if (message.isSettled()) return Optional.empty();
        return Optional.of(new QueuedEmail(id, message.template(), message.model(), recipientOf(message)));
    }

    private @Nullable Membership recipientOf(EmailMessage message) {
        UUID recipient = message.recipientId();
        return recipient == null ? null : memberships.require(recipient);
    }

    /**
     * Why it must not go out any more; empty when it may.
     *
     * @throws PermanentFailure when a release removed the source of its template
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<String> objection(QueuedEmail mail) {
        if (mail.member() != null && !mail.member().isActive()) return Optional.of("its recipient is suspended");
        return sources.stream()
                .filter(source -> source.templates().contains(mail.template()))
                .findFirst()
                .orElseThrow(() -> new PermanentFailure("nobody answers for mails of the template " + mail.template()))
                .objection(mail);
    }
}
