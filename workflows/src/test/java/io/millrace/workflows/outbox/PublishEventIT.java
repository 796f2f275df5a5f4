package io.millrace.workflows.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.process.ModelRefused;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.process.Drawn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that state events of their tenant's own. */
class PublishEventIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private static final String SUBJECT = "order-7";

    private UUID acme;
    private Member ada;

    @BeforeEach
    void an_analyst() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
    }

    @Test
    void an_event_carries_the_variables_that_the_model_names() {
        run(Map.of("type", "order.paid", "data", "amount, paidBy, isUrgent"));

        await().untilAsserted(() -> assertThat(events()).hasSize(1));
        assertThat(events().get(0))
                .isEqualTo("order.paid order-7 {\"amount\": 1200, \"paidBy\": \"Ann & Co\", \"isUrgent\": true}");
    }

    @Test
    void it_may_be_about_something_else_and_carry_a_map() {
        run(Map.of(
                "type", "order.paid",
                "subject", "${paidBy}",
                "data",
                        "<camunda:map><camunda:entry key='how_much'>${amount}</camunda:entry>"
                                + "<camunda:entry key='note'>paid by ${paidBy}</camunda:entry></camunda:map>"));

        await().untilAsserted(() -> assertThat(events()).hasSize(1));
        assertThat(events().get(0))
                .isEqualTo("order.paid Ann & Co {\"note\": \"paid by Ann & Co\", \"how_much\": 1200}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approval.completed | must begin with another word",
                "tenant.closed | must begin with another word",
                "Order paid | must be words of small letters",
                "order | must be words of small letters"
            })
    void a_type_that_is_not_the_tenant_s_to_state_is_found_in_the_model(String type, String words) {
        assertThatThrownBy(() -> deploy(Map.of("type", type))).isInstanceOfSatisfying(ModelRefused.class, refused -> {
            assertThat(refused.flaws()).hasSize(1);
            assertThat(refused.flaws().get(0).rule()).isEqualTo("input");
            assertThat(refused.flaws().get(0).detail()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant.closed | amount | must begin with another word",
                "order.paid | nothing | is no variable here",
                "order.paid | a,b,c,d,e | must not be longer than 16 KB"
            })
    void what_only_shows_when_it_runs_states_nothing_and_tells_the_operators(String type, String data, String words) {
        deploy(Map.of("type", "${type}", "data", "${data}"));

        Map<String, Object> variables = new HashMap<>(Map.of("type", type, "data", data, "amount", 1200));
        List.of("a", "b", "c", "d", "e").forEach(name -> variables.put(name, "x".repeat(4000)));
        start(variables);

        await().untilAsserted(() -> assertThat(room.database()
                        .texts("SELECT exception_msg_ FROM camunda.act_ru_job WHERE tenant_id_ = '" + acme
                                + "' AND exception_msg_ IS NOT NULL"))
                .singleElement()
                .asString()
                .contains(words));
        assertThat(events()).isEmpty();
    }

    private void run(Map<String, String> inputs) {
        deploy(inputs);
        start(Map.of("amount", 1200, "paidBy", "Ann & Co", "isUrgent", true));
    }

    private void deploy(Map<String, String> inputs) {
        byte[] file = Drawn.process("paying", Drawn.serviceTask("publishEvent", inputs));
        room.as(ada, () -> room.get(DeployModel.class).deploy(file));
    }

    private void start(Map<String, Object> variables) {
        room.as(ada, () -> room.get(Engine.class).startProcess("paying", SUBJECT, variables));
    }

    private List<String> events() {
        return room.database()
                .texts("SELECT type || ' ' || subject || ' ' || data FROM event WHERE tenant_id = '" + acme
                        + "' AND type NOT LIKE 'process.%'");
    }
}
