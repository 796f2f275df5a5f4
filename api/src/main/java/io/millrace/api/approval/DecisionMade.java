package io.millrace.api.approval;

import io.millrace.api.json.Text;
import io.millrace.api.json.TextRule;
import io.millrace.approval.Decision;
import org.jspecify.annotations.Nullable;

/** A decider's answer. */
record DecisionMade(
        Decision decision,

        @Text(max = TextRule.LONGEST, multiline = true) @Nullable
        String comment) {}
