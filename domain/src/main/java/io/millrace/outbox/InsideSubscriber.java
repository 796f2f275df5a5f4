package io.millrace.outbox;

/**
 * Touches only our database. Runs in one transaction with "delivery done", bound to the event's tenant:
 * exactly once, in order per subject.
 */
public interface InsideSubscriber extends Subscriber {

    void on(Event event);
}
