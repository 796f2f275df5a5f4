package io.millrace.task;

import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Keeps a task as it is until the end of the transaction, for whoever looks before they act on it. What it is about is
 * held first, in the order of all who decide: two who took them in two orders would wait for each other.
 */
@ApplicationScoped
public class HoldTask {

    @Inject
    Tasks tasks;

    @Inject
    TaskCompletions completions;

    @Inject
    Memberships memberships;

    @Transactional
    public Task hold(UUID id) {
        Task task = tasks.require(id);
        memberships.holdStill();
        String completes = task.completes();
        String about = task.businessKey();
        if (completes != null && about != null) completions.require(completes).hold(about);
        return tasks.requireLocked(id);
    }
}
