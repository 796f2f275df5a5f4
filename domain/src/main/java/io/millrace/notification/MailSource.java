package io.millrace.notification;

import java.util.Optional;
import java.util.Set;

/**
 * Whoever queues mails. A mail may wait for hours, so its source also says until when it may go out. Found by
 * CDI, by its templates.
 */
public interface MailSource {

    /** Those that it queues; no other source does. */
    Set<String> templates();

    /**
     * Asked before each attempt, outside any transaction, with the mail's tenant bound and for active recipients
     * only.
     *
     * @return why the mail must not go out any more, for operators and without anybody's name; empty when it
     *     still says something true to somebody who may know
     */
    Optional<String> objection(QueuedEmail mail);
}
