package io.millrace.outbox;

import io.millrace.Refusal;
import java.util.List;

/** Events lead to each other without end, and nobody and nothing slows them down. */
public class EndlessLoop extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param types of one round, the oldest first */
    EndlessLoop(int most, List<String> types) {
        super(
                Kind.UNPROCESSABLE,
                "endless_loop",
                most + " events in a row have led here without a person or a timer between them: "
                        + String.join(" -> ", types) + ". Put a task or a timer into the circle, or leave a step out.");
    }
}
