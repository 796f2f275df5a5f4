package io.millrace.task;

import io.millrace.Refusal;

/** The task was completed or cancelled already. */
public class TaskNotOpen extends Refusal {

    public TaskNotOpen() {
        super(Kind.CONFLICT, "task_not_open", "The task is not open any more.");
    }
}
