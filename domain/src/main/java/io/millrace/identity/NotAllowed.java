package io.millrace.identity;

import io.millrace.Refusal;
import java.util.Locale;

/** The member is known but lacks the permission. */
public class NotAllowed extends Refusal {

    public NotAllowed(Permission missing) {
        super(
                Kind.FORBIDDEN,
                "not_allowed",
                "This needs the permission " + missing.name().toLowerCase(Locale.ROOT) + ".");
    }
}
