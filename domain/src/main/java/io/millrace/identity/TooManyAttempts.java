package io.millrace.identity;

import io.millrace.Refusal;
import java.time.Duration;

/** Too many wrong passwords from one client; further ones are not even looked at for a while. */
public class TooManyAttempts extends Refusal {

    private final transient Duration retryAfter;

    public TooManyAttempts(Duration retryAfter) {
        super(Kind.TOO_MANY, "too_many_attempts", "Too many failed sign-ins. Try again later.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
