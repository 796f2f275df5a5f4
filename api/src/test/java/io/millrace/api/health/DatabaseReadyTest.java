package io.millrace.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.TestClock;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseReadyTest {

    private final TestClock clock = new TestClock(Instant.parse("2027-03-01T12:00:00Z"));
    private final AtomicInteger looks = new AtomicInteger();
    private final DatabaseReady ready = new DatabaseReady();

    @Test
    void however_many_ask_within_a_second_costs_one_look() {
        ready.clock = clock;
        ready.database = awayDatabase();

        assertThat(IntStream.range(0, 1_000).mapToObj(i -> ready.trouble()).distinct())
                .containsExactly("it does not answer");
        assertThat(looks).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        ready.trouble();
        assertThat(looks).hasValue(2);

        clock.advance(Duration.ofHours(-1));
        ready.trouble();
        assertThat(looks).hasValue(3);
    }

    private DataSource awayDatabase() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
                    looks.incrementAndGet();
                    throw new SQLException("away");
                });
    }
}
