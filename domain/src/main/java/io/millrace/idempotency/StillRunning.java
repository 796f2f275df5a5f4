package io.millrace.idempotency;

import io.millrace.Refusal;

/** The first request with this key has not been answered yet. */
public class StillRunning extends Refusal {

    public StillRunning() {
        super(
                Kind.CONFLICT,
                "idempotency_still_running",
                "The first request with this Idempotency-Key is still running. Send it again a little later.");
    }
}
