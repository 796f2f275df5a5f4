package io.millrace.task;

import io.millrace.identity.MemberChanged;
import io.millrace.identity.Memberships;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Gives a task back to its group when the member who claimed it may not act on it any more. */
@ApplicationScoped
public class ReleaseTasks implements InsideSubscriber {

    @Inject
    Tasks tasks;

    @Inject
    OpenTasks openTasks;

    @Inject
    Memberships memberships;

    @Override
    public String name() {
        return "ReleaseTasks";
    }

    @Override
    public Set<String> types() {
        return Set.of(DomainEvent.typeOf(MemberChanged.class));
    }

    @Override
    @Transactional
    public void on(Event event) {
        MemberChanged changed = event.as(MemberChanged.class);
        tasks.claimedInVain(memberships.require(changed.memberId()))
                .forEach(task -> openTasks.release(task.id(), changed.memberId()));
    }
}
