package io.millrace.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.outbox.Trace;
import io.millrace.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.persistence.exceptions.OptimisticLockException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogContextTest {

    private final List<String> lines = new ArrayList<>();
    private final List<Handler> handlers = List.of(new Lines(), new Lines());

    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class LostRaceOfTheVendor extends OptimisticLockException {
        private static final long serialVersionUID = 1;

        LostRaceOfTheVendor() {
            super("somebody was faster");
        }
    }

    @BeforeEach
    void install() {
        handlers.forEach(Logger.getLogger("")::addHandler);
        LogContext.install();
    }

    @AfterEach
    void remove() {
        LogContext.remove();
        handlers.forEach(Logger.getLogger("")::removeHandler);
    }

    @Test
    void a_line_ends_with_what_its_thread_works_for_in_every_handler() {
        try (MDC.MDCCloseable ignored = MDC.putCloseable("request", "r-1")) {
            TenantScope.run(TenantScope.PLATFORM, () -> say("mail sent count={}", 2));
        }

        String line = "mail sent count=2 tenant=" + TenantScope.PLATFORM + " request=r-1";
        assertThat(lines).containsExactly(line, line);
    }

    @Test
    void the_trace_of_the_cause_comes_last() {
        Trace.begin("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        say("mail sent count={}", 2);
        Trace.set(null);

        assertThat(lines.get(0)).isEqualTo("mail sent count=2 trace=4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void what_a_vendor_says_of_a_lost_race_is_left_out_and_of_anything_else_is_not() {
        Logger vendor = Logger.getLogger("org.eclipse.persistence.session.millrace");

        vendor.log(Level.WARNING, "", new LostRaceOfTheVendor());
        vendor.log(Level.WARNING, "", new jakarta.persistence.OptimisticLockException());
        vendor.log(Level.WARNING, "broken", new IllegalStateException());

        assertThat(lines).containsExactly("broken", "broken");
    }

    @Test
    void whoever_works_for_nobody_adds_nothing() {
        say("started workers={}", 4);

        assertThat(lines).containsExactly("started workers=4", "started workers=4");
    }

    @Test
    void the_servers_handlers_get_their_own_filter_back() {
        handlers.get(0).setFilter(line -> line.getLevel().equals(Level.SEVERE));
        LogContext.install();
        LogContext.remove();

        say("ignored {}", 1);

        assertThat(lines).hasSize(1);
    }

    private static void say(String words, int count) {
        LoggerFactory.getLogger(LogContextTest.class).info(words, count);
    }
}
