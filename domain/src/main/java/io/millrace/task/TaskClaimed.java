package io.millrace.task;

import io.millrace.Refusal;

/** A colleague has taken the task. */
public class TaskClaimed extends Refusal {

    public TaskClaimed() {
        super(Kind.CONFLICT, "task_claimed", "Somebody else has claimed the task.");
    }
}
