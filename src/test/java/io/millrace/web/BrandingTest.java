package io.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrandingTest {

    @Test
    void our_words_replace_the_vendors_and_leave_the_rest() {
        String vendors = "\uFEFF{\"labels\":{\"APP_VENDOR\":\"Other\",\"CANCEL\":\"Cancel\"},\"dateLocales\":{}}";

        assertThat(Branding.words(vendors, "{\"APP_VENDOR\":\"Millrace\"}"))
                .isEqualTo("{\"labels\":{\"APP_VENDOR\":\"Millrace\",\"CANCEL\":\"Cancel\"},\"dateLocales\":{}}");
    }

    @Test
    void our_colours_replace_the_vendors_wherever_they_stand() {
        assertThat(Branding.colours(
                        "a{color:#b5152b}b{border:1px solid #b5152b;color:#fff}", "{\"#b5152b\":\"#14606e\"}"))
                .isEqualTo("a{color:#14606e}b{border:1px solid #14606e;color:#fff}");
    }
}
