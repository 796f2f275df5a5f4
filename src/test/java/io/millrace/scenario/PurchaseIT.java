package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase request on its way to done, through the API. */
class PurchaseIT extends WithProduct {

    private MillraceClient ann;
    private MillraceClient max;
    private MillraceClient rita;
    private MillraceClient olga;

    @BeforeEach
    void signIn() {
        ann = signIn("acme", "ann");
        max = signIn("acme", "max");
        rita = signIn("acme", "rita");
        olga = signIn("acme", "olga");
    }

    @Test
    void everybody_who_must_agree_agrees_and_each_is_mailed_once() {
        String title = "Two laptops " + UUID.randomUUID();

        Answer asked = ask(ann, title, 120_000);
        assertThat(asked.status()).isEqualTo(201);
        assertThat(states(asked)).containsExactly("open", "waiting", "not_needed", "not_needed");
        awaitMails(title, "max@acme.test"); // who has decided already is not asked by mail any more
        Answer first = decide(max, asked, "manager", "approve", null);
        assertThat(first.text("/state")).isEqualTo("revenue_assurance");
        assertThat(first.text("/gates/1/asked_group")).isEqualTo("revenue_assurance");
        assertThat(first.text("/gates/0/asked_group")).isEqualTo("manager");
        awaitMails(title, "max@acme.test", "rita@acme.test");
        Answer done = decide(rita, asked, "revenue_assurance", "approve", "within budget");

        assertThat(done.text("/state")).isEqualTo("completed");
        assertThat(trail(ann.get("/approvals/" + asked.text("/id"))))
                .containsExactly(
                        "approval.requested > requested",
                        "approval.gate_opened requested > manager asks manager",
                        "approval.gate_decided manager > manager approve",
                        "approval.gate_opened manager > revenue_assurance asks revenue_assurance",
                        "approval.gate_decided revenue_assurance > completed approve");
        awaitMails(title, "max@acme.test", "rita@acme.test", "ann@acme.test");
    }

    @Test
    void a_rejection_ends_it_at_once_and_the_requester_is_told_why() {
        String title = "A yacht " + UUID.randomUUID();
        Answer asked = ask(ann, title, 2_500_000);

        Answer closed = decide(max, asked, "manager", "reject", "we are a bakery");

        assertThat(closed.text("/state")).isEqualTo("rejected");
        assertThat(states(closed)).containsExactly("rejected", "waiting", "waiting", "waiting");
        assertThat(decide(rita, asked, "revenue_assurance", "approve", null).code())
                .isEqualTo("approval_already_closed");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Mailbox.recipientsOf(TestServers.mails(), title))
                        .contains("ann@acme.test"));
    }

    @Test
    void who_may_not_decide_is_told_so_before_anything_else() {
        Answer asked = ask(ann, "A chair", 10_000);

        assertThat(decide(ann, asked, "manager", "approve", null).code()).isEqualTo("own_request");
        assertThat(decide(rita, asked, "manager", "approve", null).code()).isEqualTo("not_your_gate");
        assertThat(decide(max, asked, "manager", "reject", null).code()).isEqualTo("comment_needed");
        assertThat(decide(max, asked, "manager", "perhaps", null).status()).isEqualTo(422);
        assertThat(ann.get("/approvals/" + asked.text("/id")).text("/state")).isEqualTo("manager");
    }

    @Test
    void who_may_not_decide_is_told_so_even_when_it_is_closed() {
        Answer asked = ask(ann, "A stool", 10_000);
        String task = max.get("/tasks?subject=" + asked.text("/id")).text("/items/0/id");
        decide(max, asked, "manager", "reject", "we stand");
        String completion = "/tasks/" + task + "/completion";
        String approve = "{\"variables\": {\"decision\": \"approve\"}}";

        assertThat(ann.post(completion, approve).code()).isEqualTo("own_request");
        assertThat(rita.post(completion, approve).code()).isEqualTo("not_your_task");
        assertThat(max.post(completion, approve).code()).isEqualTo("task_not_open");
    }

    @Test
    void a_recall_ends_it_and_takes_the_task_away() {
        Answer asked = ask(ann, "A mistake", 10_000);

        Answer recalled = ann.delete("/approvals/" + asked.text("/id"));

        assertThat(recalled.status()).isIn(200, 204);
        assertThat(ann.get("/approvals/" + asked.text("/id")).text("/state")).isEqualTo("recalled");
        assertThat(max.get("/tasks?subject=" + asked.text("/id")).body().at("/items"))
                .isEmpty();
        assertThat(decide(max, asked, "manager", "approve", null).code()).isEqualTo("approval_already_closed");
    }

    @Test
    void a_task_is_claimed_and_completed_with_what_its_form_asks_for_and_nothing_else() {
        Answer asked = ask(ann, "A desk", 10_000);
        String task = max.get("/tasks?subject=" + asked.text("/id")).text("/items/0/id");

        assertThat(max.post("/tasks/" + task + "/claim", null).status()).isEqualTo(200);
        assertThat(complete(task, "{}").status()).isEqualTo(422);
        assertThat(complete(task, "{\"decision\": \"perhaps\"}").status()).isEqualTo(422);
        assertThat(complete(task, "{\"decision\": \"approve\", \"askedGroup\": \"ceo\"}")
                        .status())
                .isEqualTo(422);
        assertThat(complete(task, "{\"decision\": 1}").status()).isEqualTo(422);
        Answer completed = complete(task, "{\"decision\": \"approve\"}");

        assertThat(completed.status()).isEqualTo(200);
        assertThat(ann.get("/approvals/" + asked.text("/id")).text("/state")).isEqualTo("completed");
    }

    @Test
    void the_managers_own_request_goes_to_the_next_role() {
        Answer asked = ask(max, "A better chair", 10_000);

        assertThat(asked.text("/state")).isEqualTo("manager");
        assertThat(decide(rita, asked, "manager", "approve", null).text("/state"))
                .isEqualTo("completed");
    }

    @Test
    void an_idempotency_key_makes_one_request_of_two() {
        MillraceClient once = ann.with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = ask(once, "A lamp", 5_000);
        Answer again = ask(once, "A lamp", 5_000);
        Answer other = ask(once, "Two lamps", 5_000);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void a_suspended_member_is_out_at_once_and_comes_back() {
        String carl = member("carl");
        MillraceClient carls = signIn("acme", "carl");
        TasklistClient page = tasklist("acme", "carl"); // asks nothing while its member is suspended

        assertThat(ann.patch("/members/" + carl, "{\"state\": \"suspended\"}").status())
                .isEqualTo(403);
        assertThat(olga.patch("/members/" + carl, "{\"state\": \"suspended\"}").status())
                .isEqualTo(200);
        assertThat(carls.get("/me").status()).isEqualTo(401);
        assertThat(olga.patch("/members/" + carl, "{\"state\": \"active\"}").status())
                .isEqualTo(200);
        assertThat(carls.get("/me").status()).as("a device of before").isEqualTo(401);
        assertThat(page.get("camunda/api/engine/engine/default/filter").status())
                .as("a page of before")
                .isEqualTo(401);
        assertThat(signIn("acme", "carl").get("/me").status()).isEqualTo(200);
    }

    @Test
    void when_the_only_manager_is_suspended_the_next_role_is_asked_and_mailed() {
        String title = "A ladder " + UUID.randomUUID();
        Answer asked = ask(ann, title, 5_000);
        String only = member("max");
        awaitMails(title, "max@acme.test"); // who is suspended before it is sent gets none
        try {
            olga.patch("/members/" + only, "{\"state\": \"suspended\"}");

            awaitMails(title, "max@acme.test", "rita@acme.test");
            assertThat(rita.get("/tasks?subject=" + asked.text("/id")).text("/items/0/name"))
                    .isEqualTo("Decide request (manager)");
            assertThat(decide(rita, asked, "manager", "approve", null).text("/state"))
                    .isEqualTo("completed");
        } finally {
            olga.patch("/members/" + only, "{\"state\": \"active\"}");
        }
    }

    private String member(String firstName) {
        return olga.get("/members").body().at("/items").findParents("email").stream()
                .filter(m -> m.get("email").asText().startsWith(firstName))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private static Answer ask(MillraceClient who, String title, long cents) {
        return who.post(
                "/approvals",
                "{\"type\": \"purchase\", \"title\": \"%s\", \"amount\": {\"amount\": %d, \"currency\": \"EUR\"}}"
                        .formatted(title, cents));
    }

    private static Answer decide(
            MillraceClient who, Answer asked, String gate, String decision, @Nullable String comment) {
        String words = comment == null ? "" : ", \"comment\": \"" + comment + "\"";
        return who.put(
                "/approvals/" + asked.text("/id") + "/gates/" + gate + "/decision",
                "{\"decision\": \"" + decision + "\"" + words + "}");
    }

    private Answer complete(String task, String variables) {
        return max.post("/tasks/" + task + "/completion", "{\"variables\": " + variables + "}");
    }

    private static List<String> trail(Answer approval) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : approval.body().at("/audit")) {
            String asked = line.path("asked_group").asText();
            lines.add("%s %s > %s %s %s"
                    .formatted(
                            line.path("action").asText(),
                            line.path("from_state").asText(),
                            line.path("to_state").asText(),
                            asked.isEmpty() ? "" : "asks " + asked,
                            line.path("decision").asText())
                    .replaceAll(" +", " ")
                    .strip());
        }
        return lines;
    }

    private static List<String> states(Answer approval) {
        return approval.body().at("/gates").findValuesAsText("state");
    }

    private static void awaitMails(String title, String... recipients) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Mailbox.recipientsOf(TestServers.mails(), title))
                        .containsExactlyInAnyOrder(recipients));
    }
}
