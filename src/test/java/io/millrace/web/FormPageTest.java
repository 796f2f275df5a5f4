package io.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormPageTest {

    @Test
    void what_people_wrote_is_neither_an_expression_nor_becomes_one() {
        assertThat(FormPage.shown("<input value=\"{{evil()}} &#123;&#123;evil()&#125;&#125;\" />"))
                .isEqualTo("<input value=\"{ {evil()} } &amp;#123;&amp;#123;evil()&amp;#125;&amp;#125;\" />");
    }

    @Test
    void what_the_engine_wrote_means_what_it_meant() {
        assertThat(FormPage.shown("<div ng-if=\"a && b\" title=\"say &quot;x&quot;\">"))
                .isEqualTo("<div ng-if=\"a &amp;&amp; b\" title=\"say &quot;x&quot;\">");
    }

    @Test
    void a_field_is_found_by_its_label() {
        assertThat(FormPage.shown("<label for=\"left\">Left</label><input class=\"form-control\" name=\"left\" />"))
                .isEqualTo(
                        "<label for=\"left\">Left</label><input class=\"form-control\" id=\"left\" name=\"left\" />");
    }

    @Test
    void what_is_wrong_is_said_to_people_and_what_is_too_short_by_the_server() {
        assertThat(
                        FormPage.shown(
                                "<input minlength=\"2\" type=\"text\" /><div class=\"help-block\">\nOnly a long value is allowed</div>"))
                .isEqualTo("<input type=\"text\" /><div class=\"help-block\">\nA whole number is needed</div>");
    }

    @Test
    void for_a_day_the_vendor_s_calendar_makes_room() {
        String calendar = "uib-datepicker-popup=\"dd/MM/yyyy\" is-open=\"open\" />\n<div class=\"input-group-btn\">"
                + "<button ng-click=\"open($event)\"></button></div><script>$scope.x = 1;</script>\n</div>";

        assertThat(FormPage.shown("<div class=\"input-group\">\n<input type=\"text\" " + calendar + "<p/>"))
                .isEqualTo("<input type=\"text\" data-day=\"\" /><p/>");
        assertThat(FormPage.shown("<div class=\"input-group\">\n<input type=\"text\" value=\"31/03/2027\" " + calendar))
                .isEqualTo("<input type=\"text\" value=\"2027-03-31\" data-day=\"\" />");
    }
}
