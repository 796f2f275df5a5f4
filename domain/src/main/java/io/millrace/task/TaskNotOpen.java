package io.millrace.task;

import io.millrace.Refusal;

/** The task was completed or cancelled already. */
public class TaskNotOpen extends Refusal {

    public TaskNotOpen() {
        this("The task is not open any more.");
    }

    private TaskNotOpen(String detail) {
        super(Kind.CONFLICT, "task_not_open", detail);
    }

    /** For whoever may see the task: says what became of it. */
    public static TaskNotOpen because(Task task) {
        return switch (task.state()) {
            case COMPLETED -> new TaskNotOpen("This is done already. Nothing is left to do here.");
            case CANCELLED ->
                new TaskNotOpen("Nobody is asked this any more: it was taken back, or others are asked now.");
            case OPEN -> new TaskNotOpen();
        };
    }
}
