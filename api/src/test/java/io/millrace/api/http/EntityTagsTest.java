package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.problem.BadParameter;
import jakarta.ws.rs.core.EntityTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final EntityTag PRESENT = new EntityTag("now");

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\"now\"", "\"then\", \"now\"", "\"now\",,", ",\"a,b\"\t,\"now\" "})
    void what_names_the_present_state_is_found_in_any_list(String header) {
        assertThat(of(header).name(PRESENT)).isTrue();
        assertThat(of(header).nameWeakly(PRESENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"then\"", "\"now,then\"", "\"NOW\""})
    void another_state_is_another_state(String header) {
        assertThat(of(header).name(PRESENT)).isFalse();
        assertThat(of(header).nameWeakly(PRESENT)).isFalse();
    }

    @Test
    void a_weak_tag_is_enough_to_read_and_not_to_change() {
        assertThat(of("W/\"now\"").nameWeakly(PRESENT)).isTrue();
        assertThat(of("W/\"now\"").name(PRESENT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "garbage", "W/", "w/\"now\"", "'x'", "\"now", "\"a\" \"b\"", "*, \"now\""})
    void what_is_no_list_of_tags_is_refused_by_the_header_s_name(String header) {
        assertThatThrownBy(() -> of(header))
                .isInstanceOf(BadParameter.class)
                .hasMessageStartingWith("If-Match must be");
    }

    private static EntityTags of(String header) {
        return EntityTags.of("If-Match", header);
    }
}
