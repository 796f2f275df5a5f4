package io.millrace.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/v1/tasks",
                "/a%20b",
                "/a%2Fb",
                "/%C3%BC",
                "/ü",
                "/ü%C3%BC",
                "/%25zz",
                "/a/../b",
                "/a..b/%2e%2e"
            })
    void what_can_be_decoded_is_readable(String path) {
        assertThat(ReadableAddress.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/%2",
                "/%%20",
                "/a%0",
                "/%00",
                "/%c0%af",
                "/%ff",
                "/%+1",
                "/..",
                "/a/../../b",
                "/%2e%2e/a",
                "/a\\b",
                "/a%5cb"
            })
    void what_cannot_be_is_not(String path) {
        assertThat(ReadableAddress.is(path)).isFalse();
    }
}
