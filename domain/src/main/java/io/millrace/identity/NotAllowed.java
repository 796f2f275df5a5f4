package io.millrace.identity;

import io.millrace.Refusal;
import java.util.Locale;

/** The member is known but lacks the permission, or it does not reach this. */
public class NotAllowed extends Refusal {

    public NotAllowed(Permission missing) {
        this("This needs the permission " + missing.name().toLowerCase(Locale.ROOT) + ".");
    }

    /** @param detail what is not allowed, in words */
    public NotAllowed(String detail) {
        super(Kind.FORBIDDEN, "not_allowed", detail);
    }
}
