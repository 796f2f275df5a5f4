package io.millrace.workflows.process;

/** A file that is no model at all, before anybody could say what is wrong with the model. */
final class UnreadableModel extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;

    UnreadableModel(String rule, String message) {
        super(message, null, false, false);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
