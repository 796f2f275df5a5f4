package io.millrace.approval;

import io.millrace.Refusal;

/** Whoever refuses says why. */
public class CommentNeeded extends Refusal {

    public CommentNeeded(Decision decision) {
        super(
                Kind.UNPROCESSABLE,
                "comment_needed",
                "A comment is needed to " + decision.wireName() + " a request.",
                new Finding("/comment", "must not be empty when the decision is " + decision.wireName()));
    }
}
