package io.millrace.task;

import io.millrace.Refusal;

/** The member was not among those whom the task asked. */
public class NotYourTask extends Refusal {

    public NotYourTask() {
        super(Kind.FORBIDDEN, "not_your_task", "You are not among those who were asked this.");
    }
}
