package io.millrace.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventVariablesTest {

    @Test
    void only_what_is_asked_for_is_taken() {
        assertThat(EventVariables.of("{\"amount\": 1, \"secret\": 2}", List.of("amount")))
                .isEqualTo(Map.of("amount", 1L));
        assertThat(EventVariables.of("{\"amount\": 1}", List.of())).isEmpty();
    }

    @Test
    void plain_values_keep_their_kind() {
        String data = """
                {"whole": 9223372036854775807, "beyond": 9223372036854775808, "part": 5.0, "text": "", "yes": true,
                 "no": false}""";

        assertThat(EventVariables.of(data, List.of("whole", "beyond", "part", "text", "yes", "no")))
                .isEqualTo(Map.of(
                        "whole", Long.MAX_VALUE, "beyond", 0x1p63, "part", 5.0, "text", "", "yes", true, "no", false));
    }

    @Test
    void what_is_no_plain_value_is_left_out() {
        String data = """
                {"none": null, "list": [1], "object": {"a": 1}, "long": "%s", "fits": "%s"}""".formatted("x".repeat(4001), "x".repeat(4000));

        assertThat(EventVariables.of(data, List.of("none", "list", "object", "long", "fits", "missing")))
                .containsOnlyKeys("fits");
    }
}
