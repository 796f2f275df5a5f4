package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotOpen;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final NotFound refusal = new NotFound("approval");

    @Test
    void a_refusal_comes_out_of_the_engines_wrapping() {
        assertThatThrownBy(() -> Refusals.unwrapping(() -> {
                    throw new ProcessEngineException("listener failed", new RuntimeException(refusal));
                }))
                .isSameAs(refusal);
    }

    @Test
    void a_fault_stays_what_it_is() {
        ProcessEngineException fault = new ProcessEngineException("no such table");

        assertThatThrownBy(() -> Refusals.unwrapping(() -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }

    @Test
    void a_task_that_somebody_just_completed_is_not_open_any_more() {
        NullValueException gone = new NullValueException("Cannot find task with id 7: task is null");

        assertThat(Refusals.in(new RuntimeException("Cannot submit task form 7", gone)))
                .containsInstanceOf(TaskNotOpen.class);
        assertThat(Refusals.in(new NullValueException("taskId is null"))).isEmpty();
    }

    @Test
    void a_task_that_somebody_else_has_claimed_is_refused_in_our_words() {
        TaskAlreadyClaimedException taken = new TaskAlreadyClaimedException("7", "somebody");

        assertThat(Refusals.in(new RuntimeException(taken))).containsInstanceOf(TaskClaimed.class);
    }

    @Test
    void causes_in_a_circle_end() {
        RuntimeException first = new RuntimeException();
        RuntimeException second = new RuntimeException(first);
        first.initCause(second);

        assertThat(Refusals.in(first)).isEmpty();
    }

    @Test
    void work_that_succeeds_is_left_alone() {
        assertThat(Refusals.unwrapping(() -> "done")).isEqualTo("done");
    }
}
