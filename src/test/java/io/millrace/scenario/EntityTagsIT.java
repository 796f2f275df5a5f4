package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who read a thing, and whether it is still the same when they change it. */
class EntityTagsIT extends WithProduct {

    private static final String APPROVE = "{\"decision\": \"approve\"}";

    @Test
    void whoever_read_an_older_state_changes_nothing() {
        MillraceClient olga = signIn("acme", "olga");
        String member = "/members/" + signIn("acme", "ada").get("/me").text("/id");
        String tag = olga.get(member).header("ETag");

        assertThat(olga.with("If-None-Match", tag).get(member).status()).isEqualTo(304);
        assertThat(olga.with("If-Match", tag)
                        .patch(member, "{\"groups\": [\"ceo\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(olga.with("If-Match", tag).patch(member, "{\"groups\": []}").code())
                .isEqualTo("stale");
        assertThat(olga.patch(member, "{\"groups\": []}").header("ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "W/", "\"a\",,b", "'x'", "\"", "*, \"a\""})
    void a_condition_that_nobody_can_read_is_refused_and_nothing_happens(String condition) {
        MillraceClient olga = signIn("acme", "olga").with("If-Match", condition);
        String approval = "/approvals/"
                + signIn("acme", "ann").post("/approvals", LAPTOPS).text("/id");
        String member = "/members/" + signIn("acme", "max").get("/me").text("/id");

        assertThat(List.of(
                        olga.get(approval),
                        olga.delete(approval),
                        olga.put(approval + "/gates/manager/decision", APPROVE),
                        olga.get(member),
                        olga.patch(member, "{\"groups\": []}")))
                .allMatch(answer -> answer.status() == 400
                        && answer.code().equals("bad_parameter")
                        && answer.text("/errors/0/parameter").equals("If-Match"));
        assertThat(signIn("acme", "olga")
                        .with("If-None-Match", condition)
                        .get(approval)
                        .text("/errors/0/parameter"))
                .isEqualTo("If-None-Match");
    }

    @Test
    void a_task_that_changed_since_it_was_read_is_left_alone() {
        String id = signIn("acme", "ann").post("/approvals", LAPTOPS).text("/id");
        MillraceClient max = signIn("acme", "max");
        String task = "/tasks/" + max.get("/tasks?subject=" + id).text("/items/0/id");
        String free = max.get(task).header("ETag");
        String approve = "{\"variables\": {\"decision\": \"approve\"}}";

        Answer claimed = max.with("If-Match", free).post(task + "/claim", null);

        assertThat(claimed.status()).isEqualTo(200);
        assertThat(max.with("If-Match", free).delete(task + "/claim").code()).isEqualTo("stale");
        assertThat(max.with("If-Match", free)
                        .post(task + "/completion", approve)
                        .code())
                .isEqualTo("stale");
        assertThat(max.with("If-None-Match", claimed.header("ETag")).get(task).status())
                .isEqualTo(304);
        assertThat(max.with("If-Match", claimed.header("ETag"))
                        .post(task + "/completion", approve)
                        .text("/state"))
                .isEqualTo("completed");
    }
}
