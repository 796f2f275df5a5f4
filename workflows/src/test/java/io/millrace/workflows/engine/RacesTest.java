package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.millrace.LostRace;
import io.millrace.NotFound;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.ProcessEngineLogger;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;

class RacesTest {

    @Test
    void a_row_that_somebody_else_changed_is_a_lost_race() {
        assertThat(Races.named(new OptimisticLockingException("revision 3"))).isInstanceOf(LostRace.class);
    }

    @Test
    void an_instance_whose_parent_went_while_it_was_read_is_a_lost_race() {
        ProcessEngineException gone =
                ProcessEngineLogger.PERSISTENCE_LOGGER.resolveParentOfExecutionFailedException("parent", "child");

        assertThat(Races.named(gone)).isInstanceOf(LostRace.class).hasCause(gone);
    }

    @Test
    void rows_of_the_engine_that_point_to_deleted_ones_are_a_lost_race() {
        ProcessEngineException flush = new ProcessEngineException("flush", new SQLException("foreign key", "23503"));

        assertThat(Races.named(flush)).isInstanceOf(LostRace.class);
    }

    @Test
    void one_grant_that_two_claims_write_is_a_lost_race_and_any_other_row_twice_is_a_fault() {
        String twice = "ERROR: duplicate key value violates unique constraint \"%s\"";
        ProcessEngineException claims =
                new ProcessEngineException("flush", new SQLException(twice.formatted("act_uniq_auth_user"), "23505"));
        ProcessEngineException other =
                new ProcessEngineException("flush", new SQLException(twice.formatted("act_uniq_variable"), "23505"));

        assertThat(Races.named(claims)).isInstanceOf(LostRace.class);
        assertThat(Races.named(other)).isSameAs(other);
    }

    @Test
    void a_refusal_stays_what_it_is_however_it_met_a_race() {
        ProcessEngineException refused = new ProcessEngineException(
                "delegate", new OptimisticLockingException("revision", new NotFound("request")));

        assertThat(Races.named(refused)).isSameAs(refused);
    }

    @Test
    void anything_else_is_passed_on() {
        ProcessEngineException other = new ProcessEngineException("no such process");

        assertThat(Races.named(other)).isSameAs(other);
    }

    @Test
    void an_instance_that_is_gone_while_it_is_read_is_one_and_any_other_null_is_a_fault() {
        ExecutionEntity child = new ExecutionEntity() {
            @Override
            protected boolean isExecutionTreePrefetchEnabled() {
                return true;
            }
        };
        child.setParentId("gone");
        NullPointerException gone = catchThrowableOfType(NullPointerException.class, child::getParent);
        NullPointerException other = new NullPointerException("ours");

        assertThat(Races.named(gone)).isInstanceOf(LostRace.class);
        assertThat(Races.named(other)).isSameAs(other);
    }
}
