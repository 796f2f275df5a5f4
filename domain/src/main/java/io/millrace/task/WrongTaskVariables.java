package io.millrace.task;

import io.millrace.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** What was submitted does not fit the task's form. */
public class WrongTaskVariables extends Refusal {

    /** @param findings pointers are {@code /variables/<name>} */
    public WrongTaskVariables(List<Finding> findings) {
        super(
                Kind.UNPROCESSABLE,
                "wrong_task_variables",
                findings.stream().map(Finding::detail).collect(Collectors.joining(" ")),
                findings.toArray(Finding[]::new));
    }
}
