package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Analysts who have processes started by the clock. */
class SchedulesIT extends WithProduct {

    private static final String HOURLY = """
            {"process": "count-stock", "name": "Each hour", "every": "PT1H", "subject": "shelf-7",
             "variables": {"shelf": 7, "rate": 0.5, "all": true, "note": "as always"}}""";

    private Company company;
    private MillraceClient ada;

    @BeforeEach
    void a_company_with_a_process() {
        company = Company.founded(here());
        ada = company.signIn("ada");
        ada.postFile("/processes", "file", ModelFiles.process("count-stock", "Count the shelf"));
    }

    @Test
    void a_schedule_is_made_listed_read_and_deleted() {
        Answer made = ada.post("/schedules", HOURLY);
        Answer daily = ada.post("/schedules", """
                {"process": "count-stock", "name": " Each morning ", "cron": "30 6 * * 1-5",
                 "time_zone": "Europe/Berlin"}""");

        assertThat(made.status()).as(made.words()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/schedules/" + made.text("/id"));
        assertThat(made.text("/every")).isEqualTo("PT1H");
        assertThat(made.body().get("variables").toString())
                .isEqualTo("{\"shelf\":7,\"rate\":0.5,\"all\":true,\"note\":\"as always\"}");
        assertThat(made.body().has("last_started_at")).isFalse();
        assertThat(daily.text("/name")).isEqualTo("Each morning");
        assertThat(daily.text("/next_due_at")).matches(".*T0[45]:30:00Z");
        assertThat(ada.get("/schedules").body().findValuesAsText("name")).containsExactly("Each morning", "Each hour");
        assertThat(ada.get("/schedules/" + made.text("/id")).body()).isEqualTo(made.body());
        assertThat(ada.delete("/schedules/" + made.text("/id")).status()).isEqualTo(204);
        assertThat(ada.get("/schedules/" + made.text("/id")).status()).isEqualTo(404);
        assertThat(company.signIn("olga").get("/audit").body().findValuesAsText("action"))
                .startsWith("schedule.deleted", "schedule.created", "schedule.created");
    }

    @Test
    void it_starts_its_process_when_it_is_due() {
        String id = ada.post("/schedules", HOURLY).text("/id");

        makeDue(id);

        await().until(() -> company.signIn("max")
                .get("/tasks?subject=shelf-7")
                .body()
                .findValuesAsText("name")
                .contains("Count the shelf"));
        Answer after = ada.get("/schedules/" + id);
        assertThat(after.text("/last_started_at")).isNotEmpty();
        assertThat(after.body().has("last_error")).isFalse();
    }

    @Test
    void one_whose_process_is_gone_says_so() {
        String id = ada.post("/schedules", HOURLY).text("/id");
        ada.delete("/processes/count-stock/versions/1");

        makeDue(id);

        await().until(() -> ada.get("/schedules/" + id).text("/last_error").startsWith("There is no such process"));
        assertThat(signIn("millrace", "ops")
                        .with("X-Tenant-ID", company.slug())
                        .get("/schedules?failing=true&process=count-stock")
                        .body()
                        .findValuesAsText("id"))
                .containsExactly(id);
        assertThat(ada.get("/schedules?failing=false").body().get("items")).isEmpty();
        assertThat(ada.get("/schedules?process=another").body().get("items")).isEmpty();
        await().until(() -> WaitingWorkIT.metric(here(), "millrace_schedules{", "state=\"failing\"") > 0);
    }

    @Test
    void a_refused_schedule_is_told_everything_at_once() {
        Answer refused = ada.post("/schedules", """
                {"process": "nothing", "name": "X", "cron": "61 * * * *", "time_zone": "Mars"}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("schedule_refused");
        assertThat(refused.body().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/process", "/time_zone", "/cron");
        assertThat(ada.post("/schedules", "{\"process\": \"count-stock\", \"name\": \"X\"}")
                        .text("/errors/0/pointer"))
                .isEqualTo("/cron");
    }

    @Test
    void one_that_is_marked_is_made_once() {
        MillraceClient marked = ada.with("Idempotency-Key", UUID.randomUUID().toString());

        String first = marked.post("/schedules", HOURLY).text("/id");

        assertThat(marked.post("/schedules", HOURLY).text("/id")).isEqualTo(first);
        assertThat(ada.get("/schedules").body().get("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ann, 403, 403", "max, 200, 403", "olga, 200, 403", "ada, 200, 201"})
    void analysts_make_them_and_those_who_answer_for_the_company_look(String name, int look, int make) {
        MillraceClient member = company.signIn(name);

        assertThat(member.get("/schedules").status()).isEqualTo(look);
        assertThat(member.post("/schedules", HOURLY).status()).isEqualTo(make);
    }

    private static void makeDue(String id) {
        TestServers.database()
                .run(
                        "UPDATE schedule SET due_at = now() - interval '1 minute' WHERE id = '" + id + "'",
                        "UPDATE schedule_dispatch SET due_at = now() - interval '1 minute' WHERE schedule_id = '" + id
                                + "'");
    }
}
