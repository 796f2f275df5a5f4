package io.millrace.approval;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a decider answers. */
public enum Decision {
    APPROVE(GateState.APPROVED),
    REJECT(GateState.REJECTED),
    RETURN(GateState.RETURNED);

    /** In characters; the comments of all gates before it fit into one text of a task's form. */
    public static final int COMMENT_MAX_LENGTH = 1000;

    private final GateState outcome;

    Decision(GateState outcome) {
        this.outcome = outcome;
    }

    GateState outcome() {
        return outcome;
    }

    /**
     * Whoever refuses says why.
     *
     * @param pointer where the comment belongs in what the decider sent
     */
    public void requireComment(@Nullable String comment, String pointer) {
        if (this != APPROVE && (comment == null || comment.isBlank())) throw new CommentNeeded(this, pointer);
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
