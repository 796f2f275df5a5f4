package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeJobExecutorTest {

    private final Alarm alarm = new Alarm();
    private final List<Sleeper> toldElsewhere = new ArrayList<>();
    private final List<String> givenBack = new ArrayList<>();

    @Test
    void a_node_without_workers_takes_no_job_and_tells_the_others_of_each() {
        alarm.alsoElsewhere(toldElsewhere::add);
        NodeJobExecutor door = new NodeJobExecutor(
                work -> {
                    throw new AssertionError("no thread is needed to take nothing");
                },
                0,
                alarm,
                Duration.ofMinutes(1),
                givenBack::add);

        door.start();
        door.jobWasAdded();

        // The engine asks before it tells.
        assertThat(door.isActive()).isTrue();
        assertThat(door.isTakingJobs()).isFalse();
        assertThat(toldElsewhere).containsExactly(Sleeper.ENGINE);

        door.shutdown();
        assertThat(door.isActive()).isFalse();
    }

    @Test
    void what_was_left_is_given_back_once_and_under_the_nodes_own_name() {
        NodeJobExecutor node = new NodeJobExecutor(Thread::new, 1, alarm, Duration.ofMinutes(1), givenBack::add);
        node.giveBackWhatWasLeft();
        assertThat(givenBack).isEmpty();

        node.leavesSome();
        node.giveBackWhatWasLeft();
        node.giveBackWhatWasLeft();

        assertThat(givenBack).containsExactly(node.getLockOwner());
    }
}
