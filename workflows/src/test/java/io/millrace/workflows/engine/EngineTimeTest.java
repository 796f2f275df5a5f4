package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Ids;
import io.millrace.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTimeTest {

    private static final Instant FUTURE = Instant.parse("2030-01-01T00:00:00Z");

    @AfterEach
    void backToTheSystem() {
        EngineTime.followSystem();
    }

    @Test
    void the_engine_lives_in_the_time_of_the_bound_tenant() {
        UUID sandbox = Ids.next();
        EngineTime.follow(new ClockPerTenant(sandbox));

        assertThat(ClockUtil.getCurrentTime()).isEqualTo(Instant.EPOCH);
        assertThat(TenantScope.call(sandbox, ClockUtil::getCurrentTime)).isEqualTo(FUTURE);
    }

    @Test
    void a_clock_may_tick_faster_than_milliseconds() {
        EngineTime.follow(Clock.tick(Clock.fixed(FUTURE, ZoneOffset.UTC), Duration.ofNanos(1_000)));

        assertThat(ClockUtil.getCurrentTime()).isEqualTo(FUTURE);
    }

    private static final class ClockPerTenant extends Clock {

        private final UUID sandbox;

        ClockPerTenant(UUID sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public Instant instant() {
            return TenantScope.bound().filter(sandbox::equals).isPresent() ? FUTURE : Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
