package io.millrace.approval;

import io.millrace.Refusal;

/** Whoever refuses says why. */
public class CommentNeeded extends Refusal {

    /** @param pointer where the comment belongs in what the decider sent */
    public CommentNeeded(Decision decision, String pointer) {
        super(
                Kind.UNPROCESSABLE,
                "comment_needed",
                "A comment is needed to " + decision.wireName() + " a request.",
                new Finding(pointer, "must not be empty when the decision is " + decision.wireName()));
    }
}
