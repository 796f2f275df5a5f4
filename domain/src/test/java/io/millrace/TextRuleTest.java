package io.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0", "\u2003\u3000", "\u200b", "\ufeff\u2060", "\u3164", "\u2800", "\u200d"})
    void what_nobody_can_see_is_blank(String text) {
        assertThat(TextRule.flaw(text, 1, 100, false)).isEqualTo("must not be blank");
        assertThat(TextRule.flaw(text, 1, 100, true)).isEqualTo("must not be blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice \u202egpj.exe",
                "\u2066two laptops\u2069",
                "two\u200blaptops",
                "lap\u200dtop",
                "laptop\u200c",
                "\ufefflaptop"
            })
    void one_line_hides_nothing(String text) {
        assertThat(TextRule.flaw(text, 1, 100, false))
                .isEqualTo("must not contain invisible or direction-changing characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two laptops",
                "Fünf Stühle",
                "5\u00a0kg",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\ud83d\udc69\u200d\ud83d\udcbb desk",
                "\u2764\ufe0f\u200d\ud83d\udd25"
            })
    void what_people_write_passes(String text) {
        assertThat(TextRule.flaw(text, 1, 100, false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Two laptops", " Two laptops ", "\u00a0Two laptops\u3000", "\u2028\u2003Two laptops\t"})
    void the_spaces_around_a_line_are_none_of_it(String line) {
        assertThat(TextRule.stripped(line)).isEqualTo("Two laptops");
    }

    @Test
    void what_stands_at_the_ends_and_is_no_space_stays() {
        assertThat(TextRule.stripped("\ud83d\udcbb\u200f")).isEqualTo("\ud83d\udcbb\u200f");
        assertThat(TextRule.stripped("")).isEmpty();
    }

    @Test
    void several_lines_may_be_written_in_any_direction() {
        assertThat(TextRule.flaw("first\n\u2067second\u2069", 1, 100, true)).isNull();
    }
}
