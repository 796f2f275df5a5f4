package io.millrace.api.idempotency;

/** An answer with a secret in it, which is neither kept nor replayed. */
public interface ShownOnce {

    /** What is kept and replayed instead, which says that something was left out. */
    Object withoutSecret();
}
