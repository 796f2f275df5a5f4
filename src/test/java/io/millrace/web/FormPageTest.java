package io.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormPageTest {

    @Test
    void what_people_wrote_is_neither_an_expression_nor_becomes_one() {
        assertThat(FormPage.harmless("<input value=\"{{evil()}} &#123;&#123;evil()&#125;&#125;\" />"))
                .isEqualTo("<input value=\"{ {evil()} } &amp;#123;&amp;#123;evil()&amp;#125;&amp;#125;\" />");
    }

    @Test
    void what_the_engine_wrote_means_what_it_meant() {
        assertThat(FormPage.harmless("<div ng-if=\"a && b\" title=\"say &quot;x&quot;\">"))
                .isEqualTo("<div ng-if=\"a &amp;&amp; b\" title=\"say &quot;x&quot;\">");
    }
}
