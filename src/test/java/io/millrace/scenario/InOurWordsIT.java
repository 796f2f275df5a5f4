package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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

    @ParameterizedTest
    @ValueSource(strings = {"subject=%ff", "subject=%c3", "%c0%af=1", "subject=a%ED%A0%80"})
    void a_query_that_is_no_text_is_not_taken_for_another_one(String query) {
        Map<String, String> max = Map.of("Authorization", "Bearer " + token(Map.of(), "max"));

        RawRequest.Answer answer = RawRequest.send(here(), "GET /api/v1/tasks?" + query, max, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"bad_parameter\"", "UTF-8");
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

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a/b/c", "application/json; charset=", "text/plain", "json"})
    void a_body_of_a_type_that_nobody_can_read_is_of_no_type_that_we_take(String type) {
        RawRequest.Answer answer =
                RawRequest.send(here(), "POST /api/v1/auth/tokens", Map.of("Content-Type", type), "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("\"code\":\"unsupported_media_type\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "garbage", "application/json;q=abc", "text/html"})
    void an_answer_of_a_type_that_nobody_can_read_is_of_no_type_that_we_make(String type) {
        RawRequest.Answer answer = RawRequest.send(here(), "POST /api/v1/auth/tokens", Map.of("Accept", type), "{}");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.body()).contains("\"code\":\"not_acceptable\"");
    }

    @Test
    void a_body_that_says_that_it_is_packed_is_not_taken_as_it_is() {
        RawRequest.Answer answer =
                RawRequest.send(here(), "POST /api/v1/auth/tokens", Map.of("Content-Encoding", "gzip"), "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("in no Content-Encoding");
    }

    @Test
    void a_body_that_says_that_it_is_as_it_is_is_taken() {
        RawRequest.Answer answer =
                RawRequest.send(here(), "POST /api/v1/auth/tokens", Map.of("Content-Encoding", "identity"), "{}");

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void what_else_cannot_be_read_is_not_put_down_to_the_address() {
        RawRequest.Answer answer = RawRequest.send(here(), "GET /api/v1/me", Map.of("Content-Type", "garbage"), "");

        assertThat(answer.body()).doesNotContain("address");
    }

    @Test
    void whatever_host_a_request_names_our_links_lead_to_the_public_address() {
        Map<String, String> foreign = Map.of("Host", "evil.example");
        String token = token(foreign, "ann");
        Map<String, String> ann = Map.of("Host", "evil.example", "Authorization", "Bearer " + token);
        String lamp = """
                {"type": "purchase", "title": "A lamp", "amount": {"amount": 2500, "currency": "EUR"}}""";

        assertThat(RawRequest.send(here(), "POST /api/v1/approvals", ann, lamp).headers())
                .contains("Location: http://localhost/api/v1/approvals/0");
        RawRequest.send(here(), "POST /api/v1/approvals", ann, lamp);
        assertThat(RawRequest.send(here(), "GET /api/v1/approvals?limit=1&mine=true", ann, "")
                        .headers())
                .contains("Link: <http://localhost/api/v1/approvals?", "mine=true")
                .doesNotContain("evil");
        for (String door :
                List.of("/camunda", "/camunda/", "/camunda/app/", "/camunda/app/tasklist", "/camunda/app/tasklist/")) {
            assertThat(RawRequest.send(here(), "GET " + door, foreign, "").headers())
                    .as(door)
                    .contains("HTTP/1.1 30", "Location: /camunda/app/")
                    .doesNotContain("evil");
        }
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
    void the_pages_cookies_stay_on_this_site_and_are_not_bound_to_tls_where_there_is_none() {
        RawRequest.Answer page = RawRequest.get(here(), "/camunda/app/tasklist/default/");

        assertThat(page.headers().lines().filter(line -> line.startsWith("Set-Cookie: ")))
                .hasSize(2)
                .allMatch(cookie -> cookie.toLowerCase(Locale.ROOT).contains("samesite=lax"))
                .allMatch(cookie -> !cookie.contains("Secure"));
    }

    @Test
    void a_delete_takes_no_wishes_either_and_a_get_takes_nothing() {
        MillraceClient ann = signIn("acme", "ann");
        String approval = "/approvals/" + ann.post("/approvals", LAPTOPS).text("/id");

        for (String path : List.of(approval, "/auth/tokens")) {
            assertThat(ann.send("DELETE", path, "{broken").code()).isEqualTo("unreadable_body");
            assertThat(ann.send("DELETE", path, "{\"for\": \"max\"}").text("/errors/0/pointer"))
                    .isEqualTo("/for");
            assertThat(ann.with("Content-Type", "text/plain")
                            .send("DELETE", path, "please")
                            .code())
                    .isEqualTo("unsupported_media_type");
        }
        assertThat(ann.send("GET", approval, "{}").code()).isEqualTo("unreadable_body");
        assertThat(ann.with("Content-Type", "text/plain")
                        .send("GET", approval, "please")
                        .code())
                .isEqualTo("unreadable_body");
        assertThat(ann.get(approval).text("/state")).isEqualTo("manager");
        assertThat(ann.send("DELETE", approval, "{}").text("/state")).isEqualTo("recalled");
        assertThat(ann.send("DELETE", "/auth/tokens", "{}").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/camunda/nothing", "/camunda/app/admin/default/", "/camunda/app/tasklist/x/"})
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

    private String token(Map<String, String> headers, String name) {
        return RawRequest.send(here(), "POST /api/v1/auth/tokens", headers, """
                        {"tenant": "acme", "email": "%s@acme.test", "password": "let-the-wheel-turn"}""".formatted(name))
                .body()
                .replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }
}
