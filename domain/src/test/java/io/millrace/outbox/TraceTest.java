package io.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTest {

    private static final String SENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @AfterEach
    void letGo() {
        Trace.set(null);
    }

    @Test
    void what_a_caller_sent_goes_on() {
        assertThat(Trace.begin(SENT)).isEqualTo(SENT);

        assertThat(Trace.current()).isEqualTo(SENT);
        assertThat(MDC.get("trace")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void without_one_a_new_one_begins(String sent) {
        String begun = Trace.begin(sent);

        assertThat(begun).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00").isNotEqualTo(Trace.begin(sent));
    }

    @Test
    void whoever_lets_go_logs_none_any_more() {
        Trace.begin(SENT);

        Trace.set(null);

        assertThat(Trace.current()).isNull();
        assertThat(MDC.get("trace")).isNull();
    }
}
