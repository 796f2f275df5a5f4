package io.millrace.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.outbox.Line;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class WaitingLinesTest {

    private static final Line MILL = new Line(new UUID(0, 1), "WriteDown", new UUID(0, 2));

    private final WaitingLines lines = new WaitingLines();

    @Test
    void a_line_waits_only_once() {
        lines.offer(MILL);
        lines.offer(MILL);

        assertThat(lines.size()).isEqualTo(1);
    }

    @Test
    void a_line_offered_while_a_worker_has_it_comes_back() throws InterruptedException {
        lines.offer(MILL);
        lines.take();
        lines.looking(MILL);

        lines.offer(MILL);
        lines.finished(MILL, false);

        assertThat(lines.take()).isEqualTo(MILL);
    }

    @Test
    void a_look_after_the_offer_covers_it() throws InterruptedException {
        lines.offer(MILL);
        lines.take();

        lines.offer(MILL);
        lines.looking(MILL);
        lines.finished(MILL, false);

        assertThat(lines.size()).isZero();
    }

    @Test
    void a_line_left_for_the_sake_of_others_comes_back() throws InterruptedException {
        lines.offer(MILL);
        lines.take();

        lines.finished(MILL, true);

        assertThat(lines.take()).isEqualTo(MILL);
    }

    @Test
    void nobody_waits_at_closed_lines() throws InterruptedException {
        lines.offer(MILL);

        lines.close();

        assertThat(lines.take()).isNull();
    }
}
