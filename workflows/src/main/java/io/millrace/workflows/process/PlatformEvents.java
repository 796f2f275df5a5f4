package io.millrace.workflows.process;

import io.millrace.approval.ApprovalCompleted;
import io.millrace.approval.ApprovalGateDecided;
import io.millrace.approval.ApprovalGateOpened;
import io.millrace.approval.ApprovalGateReleased;
import io.millrace.approval.ApprovalGateReminded;
import io.millrace.approval.ApprovalRecalled;
import io.millrace.approval.ApprovalRejected;
import io.millrace.approval.ApprovalRequested;
import io.millrace.approval.ApprovalReturned;
import io.millrace.approval.ApprovalUnanswerable;
import io.millrace.correlation.EventUnclaimed;
import io.millrace.identity.MemberChanged;
import io.millrace.notification.MessageBounced;
import io.millrace.notification.MessageQueued;
import io.millrace.notification.MessageSent;
import io.millrace.notification.MessageSkipped;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.EventTypes;
import io.millrace.process.ProcessCancelled;
import io.millrace.process.ProcessDeployed;
import io.millrace.process.ProcessVersionDeleted;
import io.millrace.schedule.ScheduleCreated;
import io.millrace.schedule.ScheduleDeleted;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The facts that the platform itself states, which a model may wait for but not make up. */
public final class PlatformEvents {

    public static final List<Class<? extends DomainEvent>> ALL = List.of(
            ApprovalCompleted.class,
            ApprovalGateDecided.class,
            ApprovalGateOpened.class,
            ApprovalGateReleased.class,
            ApprovalGateReminded.class,
            ApprovalRecalled.class,
            ApprovalRejected.class,
            ApprovalRequested.class,
            ApprovalReturned.class,
            ApprovalUnanswerable.class,
            EventUnclaimed.class,
            MemberChanged.class,
            MessageBounced.class,
            MessageQueued.class,
            MessageSent.class,
            MessageSkipped.class,
            ProcessCancelled.class,
            ProcessDeployed.class,
            ProcessVersionDeleted.class,
            ScheduleCreated.class,
            ScheduleDeleted.class);

    /** How the platform's types begin, those included that are still to come. */
    public static final Set<String> RESERVED = EventTypes.RESERVED;

    private PlatformEvents() {}

    public static Set<String> types() {
        return ALL.stream().map(DomainEvent::typeOf).collect(Collectors.toSet());
    }
}
