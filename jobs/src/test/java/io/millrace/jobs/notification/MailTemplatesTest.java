package io.millrace.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {

    private final MailTemplates templates = new MailTemplates();

    @ParameterizedTest
    @ValueSource(
            strings = {"approval-decide", "approval-reminder", "approval-closed", "approval-unanswerable", "notice"})
    void reads_as_approved(String template) {
        MailTemplates.Filled filled = templates.fill(template, model());

        Approved.verify(template + ".approved.txt", "Subject: " + filled.subject() + "\n\n" + filled.text());
        Approved.verify(template + ".approved.html", filled.html());
    }

    @Test
    void what_people_write_stays_text_in_html() {
        Map<String, String> model = model();
        model.put("title", "<script>alert('x')</script> & co");

        MailTemplates.Filled filled = templates.fill("approval-decide", model);

        assertThat(filled.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(filled.text()).contains("<script>alert('x')</script> & co");
    }

    @Test
    void a_notice_to_an_address_greets_nobody_by_name_and_leads_nowhere_by_itself() {
        Map<String, String> model = model();
        model.remove("name");
        model.remove("link");
        model.put("text", "<b>{{title}}</b>");

        MailTemplates.Filled filled = templates.fill("notice", model);

        assertThat(filled.text())
                .contains("Hello,")
                .contains("<b>{{title}}</b>")
                .doesNotContain("Open");
        assertThat(filled.html()).contains("&lt;b&gt;{{title}}&lt;/b&gt;").doesNotContain("href");
    }

    @Test
    void what_is_missing_leaves_no_hole() {
        Map<String, String> model = model();
        model.remove("reason");
        model.remove("comment");

        assertThat(templates.fill("approval-decide", model).text()).doesNotContain("Reason");
        assertThat(templates.fill("approval-closed", model).html()).doesNotContain("wrote");
        assertThat(templates.fill("approval-closed", model).text()).doesNotContain("Reason");
    }

    @Test
    void whoever_may_not_look_where_it_stands_gets_no_link_there() {
        Map<String, String> model = model();
        model.remove("picture");

        MailTemplates.Filled filled = templates.fill("approval-decide", model);

        assertThat(filled.text()).contains("#/?task=42\n\nYou can approve").doesNotContain("stands");
        assertThat(filled.html()).doesNotContain("cockpit");
    }

    @Test
    void whoever_is_asked_in_the_place_of_others_is_told_so() {
        Map<String, String> model = model();
        String words = "You are asked because nobody else can decide at the gate revenue assurance now.";
        assertThat(templates.fill("approval-decide", model).text()).doesNotContain(words);

        model.put("passed_on", "yes");

        assertThat(templates.fill("approval-decide", model).text()).contains(words);
        assertThat(templates.fill("approval-decide", model).html()).contains(words);
    }

    private static Map<String, String> model() {
        Map<String, String> model = new HashMap<>();
        model.put("name", "Max Müller");
        model.put("requester", "Ann Example");
        model.put("title", "Two laptops");
        model.put("amount", "1,200.00 EUR");
        model.put("gate", "revenue assurance");
        model.put("reason", "The old ones are slow.\nVery slow.");
        model.put("text", "They have arrived.\nCome and get them & smile.");
        model.put("outcome", "rejected");
        model.put("decided_by", "Carl Chief");
        model.put("at_gate", "CEO");
        model.put("comment", "Too dear.\nAsk again in May.");
        model.put("tenant", "acme");
        model.put("approval_id", "0190d6e0-0000-7000-8000-000000000001");
        model.put("link", "https://millrace.test/camunda/app/tasklist/default/#/?task=42");
        model.put("picture", "https://millrace.test/camunda/app/cockpit/default/#/process-instance/43/runtime");
        return model;
    }
}
