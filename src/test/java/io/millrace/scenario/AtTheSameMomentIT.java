package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two who do the same at the same moment, in globex. */
class AtTheSameMomentIT {

    private static final int TIMES = 10;

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private static People people;
    private static TasklistClient maxInTasklist;
    private static TasklistClient ritaInTasklist;
    private static String rita;

    @BeforeAll
    static void rita_is_a_manager_too() {
        people = here.people("globex");
        rita = idOf("rita");
        groupsOfRita("[\"revenue_assurance\", \"manager\"]");
        maxInTasklist = TasklistClient.signIn(here.process().uri(), "globex", "max");
        ritaInTasklist = TasklistClient.signIn(here.process().uri(), "globex", "rita");
    }

    @AfterAll
    static void rita_is_no_manager_any_more() {
        groupsOfRita("[\"revenue_assurance\"]");
    }

    @RepeatedTest(TIMES)
    void of_two_managers_who_decide_through_the_api_one_wins() throws Exception {
        String id = ask(UUID.randomUUID()).text("/id");

        List<Answer> answers = atOnce(
                () -> decide(people.named("max"), id, "approve"), () -> decide(people.named("rita"), id, "reject"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer won = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
        isDecidedOnce(id, won.text("/state"));
    }

    @RepeatedTest(TIMES)
    void of_a_manager_in_tasklist_and_one_at_the_api_one_wins() throws Exception {
        String id = ask(UUID.randomUUID()).text("/id");
        String task = people.named("max").get("/tasks?subject=" + id).text("/items/0/id");

        List<Record> answers = atOnce(
                () -> decide(people.named("max"), id, "approve"),
                () -> ritaInTasklist.complete(task, "reject", "too dear"));

        Answer atApi = (Answer) answers.get(0);
        TasklistClient.Reply inTasklist = (TasklistClient.Reply) answers.get(1);
        if (atApi.status() == 200) {
            assertThat(inTasklist.status()).as("%s", inTasklist).isBetween(400, 499);
            assertThat(inTasklist.message())
                    .as("what Tasklist shows of %s", inTasklist)
                    .isNotBlank()
                    .doesNotContain("Exception", "ENGINE-");
            isDecidedOnce(id, "completed");
        } else {
            assertThat(atApi.status()).as("%s", atApi).isEqualTo(409);
            assertThat(inTasklist.status()).as("%s", inTasklist).isBetween(200, 204);
            isDecidedOnce(id, "rejected");
        }
    }

    @RepeatedTest(TIMES)
    void one_request_sent_twice_at_once_is_one_request_with_one_answer() throws Exception {
        UUID key = UUID.randomUUID();

        List<Answer> answers = atOnce(() -> ask(key), () -> ask(key));

        assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
        assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
        assertThat(answers).extracting(a -> a.header("Idempotent-Replayed")).containsExactlyInAnyOrder("", "true");
        assertThat(answers).extracting(a -> a.header("Location")).hasSize(2).doesNotContain("");
        assertThat(texts("SELECT id FROM approval WHERE title = '" + key + "'")).hasSize(1);
    }

    @RepeatedTest(TIMES)
    void a_recall_takes_back_only_what_its_sender_has_seen() throws Exception {
        String id = ask(UUID.randomUUID(), 120_000).text("/id");
        String seen = people.requester().get("/approvals/" + id).header("ETag");

        List<Answer> answers = atOnce(
                () -> decide(people.named("max"), id, "approve"),
                () -> people.requester().with("If-Match", seen).delete("/approvals/" + id));

        boolean decided = answers.get(0).status() == 200;
        assertThat(answers).extracting(Answer::status).containsExactly(decided ? 200 : 409, decided ? 412 : 200);
        assertThat(people.requester().get("/approvals/" + id).text("/state"))
                .isEqualTo(decided ? "revenue_assurance" : "recalled");
    }

    @RepeatedTest(TIMES)
    void who_completes_what_they_have_seen_and_who_decides_never_wait_for_each_other() throws Exception {
        String id = ask(UUID.randomUUID()).text("/id");
        Answer seen = people.named("max").get("/tasks/" + taskOf(id));
        List<String> before = deadlocks();

        List<Answer> answers = atOnce(
                () -> decide(people.named("rita"), id, "approve"),
                () -> people.named("max")
                        .with("If-Match", seen.header("ETag"))
                        .post(
                                "/tasks/" + seen.text("/id") + "/completion",
                                "{\"variables\": {\"decision\": \"approve\"}}"));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 412);
        isDecidedOnce(id, "completed");
        assertThat(deadlocks()).isEqualTo(before);
    }

    @RepeatedTest(TIMES)
    void a_task_that_its_decider_claims_twice_is_claimed() throws Exception {
        String atApi = taskOf(ask(UUID.randomUUID()).text("/id"));
        String inTasklist = taskOf(ask(UUID.randomUUID()).text("/id"));
        MillraceClient rita = people.named("rita");

        List<Answer> answers = atOnce(
                () -> rita.post("/tasks/" + atApi + "/claim", "{}"),
                () -> rita.post("/tasks/" + atApi + "/claim", "{}"));
        List<TasklistClient.Reply> replies =
                atOnce(() -> claim(ritaInTasklist, inTasklist), () -> claim(ritaInTasklist, inTasklist));

        assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
        assertThat(replies)
                .extracting(TasklistClient.Reply::status)
                .contains(204)
                .isSubsetOf(204, 409);
    }

    @RepeatedTest(TIMES)
    void of_two_managers_who_claim_in_tasklist_one_has_it_and_the_other_reads_so() throws Exception {
        String task = taskOf(ask(UUID.randomUUID()).text("/id"));

        List<TasklistClient.Reply> replies =
                atOnce(() -> claim(maxInTasklist, task), () -> claim(ritaInTasklist, task));
        boolean maxHasIt = replies.get(0).status() == 204;
        TasklistClient.Reply later = claim(maxHasIt ? ritaInTasklist : maxInTasklist, task);

        assertThat(replies).extracting(TasklistClient.Reply::status).containsExactlyInAnyOrder(204, 409);
        assertThat(later.status()).isEqualTo(409);
        assertThat(later.message()).isEqualTo("Somebody else has claimed the task.");
    }

    private static TasklistClient.Reply claim(TasklistClient who, String task) {
        return who.post(WithTask.ENGINE + "task/" + task + "/claim", "{}");
    }

    private static String taskOf(String id) {
        return people.named("max").get("/tasks?subject=" + id).text("/items/0/id");
    }

    private static List<String> deadlocks() {
        return texts("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    private static void isDecidedOnce(String id, String state) {
        assertThat(people.requester().get("/approvals/" + id).text("/state")).isEqualTo(state);
        assertThat(texts("SELECT id FROM audit_entry WHERE action = 'approval.gate_decided' AND subject_id = '" + id
                        + "'"))
                .as("entries in the trail")
                .hasSize(1);
        assertThat(texts("SELECT id FROM event WHERE type = 'approval.gate_decided' AND subject = '" + id + "'"))
                .as("events")
                .hasSize(1);
        assertThat(texts("SELECT id FROM event WHERE type = 'approval." + state + "' AND subject = '" + id + "'"))
                .hasSize(1);
    }

    private static Answer ask(UUID key) {
        return ask(key, 100);
    }

    private static Answer ask(UUID key, long cents) {
        return people.requester()
                .with("Idempotency-Key", key.toString())
                .post(
                        "/approvals",
                        "{\"type\": \"purchase\", \"title\": \"%s\", \"amount\": {\"amount\": %d, \"currency\": \"EUR\"}}"
                                .formatted(key, cents));
    }

    private static Answer decide(MillraceClient who, String id, String decision) {
        return who.put(
                "/approvals/" + id + "/gates/manager/decision",
                "{\"decision\": \"" + decision + "\", \"comment\": \"at once\"}");
    }

    /** Both leave when both are ready. The common pool may have one thread only. */
    private static <T> List<T> atOnce(Callable<? extends T> one, Callable<? extends T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<T>> calls = Stream.of(one, other)
                    .<Callable<T>>map(call -> () -> {
                        start.await();
                        return call.call();
                    })
                    .toList();
            List<Future<T>> answers = two.invokeAll(calls);
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            two.shutdown();
        }
    }

    private static String idOf(String firstName) {
        JsonNode members = people.named("olga").get("/members?limit=200").body().path("items");
        return StreamSupport.stream(members.spliterator(), false)
                .filter(member -> member.toString().contains(firstName + "@globex.test"))
                .map(member -> member.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void groupsOfRita(String groups) {
        Answer answer = people.named("olga").patch("/members/" + rita, "{\"groups\": " + groups + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static List<String> texts(String query) {
        return here.database().texts(query);
    }
}
