package io.millrace.idempotency;

import io.millrace.Refusal;

/** The key marked another request before. */
public class KeyReused extends Refusal {

    public KeyReused() {
        super(
                Kind.UNPROCESSABLE,
                "idempotency_key_reused",
                "This Idempotency-Key was used for another request. Give each request a key of its own.");
    }
}
