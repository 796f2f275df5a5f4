package io.millrace.api.approval;

import io.millrace.api.json.Text;
import io.millrace.approval.Decision;
import org.jspecify.annotations.Nullable;

/** A decider's answer. */
record DecisionMade(
        Decision decision,

        @Text(max = Decision.COMMENT_MAX_LENGTH, multiline = true) @Nullable
        String comment) {}
