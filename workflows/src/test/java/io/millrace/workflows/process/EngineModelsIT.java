package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeleteModelVersion;
import io.millrace.process.DeployModel;
import io.millrace.process.Model;
import io.millrace.process.ModelStore;
import io.millrace.process.ModelStore.Deployed;
import io.millrace.workflows.EngineRoom;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models of tenants in the real engine. */
class EngineModelsIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Member ada;

    @BeforeEach
    void an_analyst() {
        UUID acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
    }

    @Test
    void each_change_is_a_version_and_the_same_again_is_none() {
        Deployed first = deploy(ada, "new-phone", "Ask");
        Deployed again = deploy(ada, "new-phone", "Ask");
        Deployed second = deploy(ada, "new-phone", "Ask twice");

        assertThat(List.of(first.isNew(), again.isNew(), second.isNew())).containsExactly(true, false, true);
        assertThat(again.model()).isEqualTo(first.model());
        assertThat(second.model().version()).isEqualTo(2);
        assertThat(keys(ada))
                .startsWith("new-phone")
                .containsExactlyInAnyOrder("new-phone", "purchase-approval", "approval-routing", "approval-gate");
    }

    @Test
    void a_failure_after_the_deployment_takes_it_back() {
        assertThatThrownBy(() -> room.as(ada, () -> {
                    room.get(DeployModel.class).deploy(file("new-phone", "Ask"));
                    throw new IllegalStateException("after the deployment");
                }))
                .hasMessage("after the deployment");

        assertThat(keys(ada)).doesNotContain("new-phone");
        assertThat(deploy(ada, "new-phone", "Ask").model().version()).isEqualTo(1);
    }

    @Test
    void a_deleted_version_leaves_the_one_before_and_its_number_to_nobody() {
        deploy(ada, "new-phone", "Ask");
        deploy(ada, "new-phone", "Ask twice");
        delete("new-phone", 2);

        assertThat(deploy(ada, "new-phone", "Ask").isNew()).isFalse();
        assertThat(deploy(ada, "new-phone", "Ask twice").model().version()).isEqualTo(3);

        delete("new-phone", 1);
        delete("new-phone", 3);
        assertThat(deploy(ada, "new-phone", "Ask").model().version()).isEqualTo(4);
    }

    @Test
    void a_deleted_table_leaves_its_number_to_nobody_either() {
        room.as(ada, () -> room.get(DeployModel.class).deploy(table("1")));
        delete("discount", 1);

        Deployed again = room.as(ada, () -> room.get(DeployModel.class).deploy(table("2")));

        assertThat(again.model().version()).isEqualTo(2);
    }

    private void delete(String key, int version) {
        room.as(ada, () -> room.get(DeleteModelVersion.class).delete(key, version));
    }

    @Test
    void is_invisible_to_another_tenant() {
        deploy(ada, "new-phone", "Ask");
        Member stranger = room.member(room.anotherTenant("globex"), "Ada", Role.ANALYST);

        assertThat(keys(stranger)).doesNotContain("new-phone");
        assertThat(room.as(stranger, () -> room.get(ModelStore.class).versions("new-phone")))
                .isEmpty();
        assertThat(deploy(stranger, "new-phone", "Ask").isNew()).isTrue();
    }

    private static List<String> keys(Member member) {
        return room.as(member, () -> room.get(ModelStore.class).current()).stream()
                .map(Model::key)
                .toList();
    }

    private static Deployed deploy(Member by, String key, String task) {
        return room.as(by, () -> room.get(DeployModel.class).deploy(file(key, task)));
    }

    private static byte[] file(String key, String task) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <startEvent id="start"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                    <userTask id="ask" name="%s" camunda:candidateGroups="manager"/>
                  </process>
                </definitions>
                """.formatted(key, task).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] table(String percent) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="t">
                  <decision id="discount" name="Discount" camunda:historyTimeToLive="P30D">
                    <variable id="v" name="discount"/>
                    <literalExpression id="l"><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(percent).getBytes(StandardCharsets.UTF_8);
    }
}
