package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server or the vendor's filters refuse before we are asked is said in our words all the same. */
class InOurWordsIT extends WithProduct {

    @ParameterizedTest
    @ValueSource(strings = {"/tasks/%zz", "/tasks/%", "/tasks/%00", "/tasks/%c0%af", "/tasks/a%5cb", "/ta{sks"})
    void an_unreadable_address_of_the_api_is_a_problem(String path) {
        RawRequest.Answer answer = RawRequest.get(here(), "/api/v1" + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).contains("Content-Type: application/problem+json", "X-Request-Id: ");
        assertThat(answer.body()).contains("\"code\":\"unreadable_address\"", "\"request_id\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/camunda/app/%", "/camunda/api/engine/engine/default/task/%zz", "/.."})
    void any_other_unreadable_address_is_a_page_of_ours(String path) {
        RawRequest.Answer answer = RawRequest.get(here(), path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("This cannot be read · Millrace");
    }

    @Test
    void an_escape_that_means_something_is_left_alone() {
        assertThat(RawRequest.get(here(), "/api/v1/tasks/a%20b").status()).isEqualTo(401);
        assertThat(RawRequest.get(here(), "/api/v1/%C3%BC").status()).isEqualTo(404);
    }

    @Test
    void what_is_understood_but_refused_has_the_reason_of_the_standard() {
        RawRequest.Answer answer = RawRequest.send(here(), "POST /api/v1/auth/tokens", Map.of(), "{\"tenant\": 1}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.reason()).isEqualTo("Unprocessable Content");
    }

    @Test
    void a_fault_behind_the_vendor_s_interface_names_no_class() {
        TasklistClient max = tasklist("acme", "max");
        String filters = "camunda/api/engine/engine/default/filter";
        String mine = max.get(filters + "?resourceType=Task")
                .body()
                .path(0)
                .path("id")
                .asText();

        TasklistClient.Reply reply = max.post(filters + "/" + mine + "/list", "null");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.message())
                .isEqualTo("Something went wrong on our side. Nothing was changed; please try again.");
    }

    @Test
    void the_pages_cookies_are_not_bound_to_tls_where_there_is_none() {
        RawRequest.Answer page = RawRequest.get(here(), "/camunda/app/tasklist/default/");

        assertThat(page.headers().lines().filter(line -> line.startsWith("Set-Cookie: ")))
                .hasSize(2)
                .allMatch(cookie -> !cookie.contains("Secure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/camunda/nothing", "/camunda/app/cockpit/default/", "/camunda/app/tasklist/x/"})
    void a_page_that_is_not_there_is_missed_in_our_words(String path) {
        RawRequest.Answer answer = RawRequest.get(here(), path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .contains("There is nothing here · Millrace")
                .doesNotContain("Payara")
                .doesNotContain("Exception");
    }

    @Test
    void beside_the_api_too_a_program_gets_a_problem() {
        RawRequest.Answer answer = RawRequest.get(here(), "/api/v2/tasks");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not_found\"");
    }

    @Test
    void the_error_page_itself_is_no_page() {
        assertThat(RawRequest.get(here(), "/error").status()).isEqualTo(404);
    }
}
