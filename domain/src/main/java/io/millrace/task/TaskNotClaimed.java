package io.millrace.task;

import io.millrace.Refusal;

/** Nobody has taken the task, so nobody can give it back. */
public class TaskNotClaimed extends Refusal {

    public TaskNotClaimed() {
        super(Kind.CONFLICT, "task_not_claimed", "Nobody has claimed the task.");
    }
}
