package io.millrace.identity;

import io.millrace.Refusal;
import java.time.Duration;

/** Too many wrong passwords from one client, or too many at once; further ones are not even looked at for a while. */
public class TooManyAttempts extends Refusal {

    private final transient Duration retryAfter;

    public TooManyAttempts(Duration retryAfter) {
        this(retryAfter, "Too many failed sign-ins. Try again later.");
    }

    private TooManyAttempts(Duration retryAfter, String detail) {
        super(Kind.TOO_MANY, "too_many_attempts", detail);
        this.retryAfter = retryAfter;
    }

    /** None of them has failed yet. */
    static TooManyAttempts atOnce(Duration retryAfter) {
        return new TooManyAttempts(retryAfter, "Too many sign-ins at once. Try again in a moment.");
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** For {@code Retry-After}; rounded up: a second early would be refused again. */
    public long seconds() {
        return retryAfter.plusMillis(999).toSeconds();
    }
}
