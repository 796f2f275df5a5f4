package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalogue.UnfitInput;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepFailuresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unknown property used in expression: ${sum}. Cause: Cannot resolve identifier 'sum'|there is no sum here",
                "ENGINE-02004 No outgoing sequence flow for the element with id 'which' could be selected for continuing"
                        + " the process.|none of the ways that lead on from it fits, and none of them is the default",
                "condition expression returns non-Boolean: result has class java.lang.Long and not"
                        + " java.lang.Boolean|its condition is neither true nor false",
                "ENGINE-02025 Variable 'members' is not of the expected type 'Collection'.|what it is to be done for each"
                        + " of is no list",
                "no processes deployed with key 'ship': processDefinition is null|there is no process ship",
                "ENGINE-09999 Something else.|Something else"
            })
    void says_in_our_words_what_the_engine_says(String vendors, String ours) {
        assertThat(StepFailures.why(new ProcessEngineException(vendors))).isEqualTo(ours);
    }

    @Test
    void says_what_a_delegate_has_against_its_input() {
        Throwable wrapped = new ProcessEngineException(new UnfitInput("to", "must not be empty"));

        assertThat(StepFailures.why(wrapped)).isEqualTo("The input \"to\" of the step must not be empty");
    }

    @Test
    void names_a_fault_by_its_innermost() {
        Throwable wrapped = new ProcessEngineException("around", new IllegalStateException("the scales are broken"));

        assertThat(StepFailures.why(wrapped)).isEqualTo("IllegalStateException: the scales are broken");
    }
}
