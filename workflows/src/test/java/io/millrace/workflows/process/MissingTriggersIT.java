package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.EngineStarted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models that were deployed before there was a place to note what they listen to. */
class MissingTriggersIT {

    private static final String NOTED = """
            SELECT p.process_key || ' ' || p.version || ' ' || t.activity_id || ' ' || t.type || ' ' || t.starts
            FROM process_version p JOIN trigger t ON t.tenant_id = p.tenant_id AND t.definition_id = p.definition_id
            WHERE p.tenant_id <> platform_tenant() ORDER BY 1""";

    @RegisterExtension
    static final Room room = EngineRoom.with();

    @Test
    void a_model_of_an_earlier_release_hears_events_from_the_next_start_on() {
        Member ada = room.member(room.anotherTenant("acme"), "Ada", Role.ANALYST);
        Member other = room.member(room.anotherTenant("globex"), "Ada", Role.ANALYST);
        deploy(ada, "order.paid");
        deploy(ada, "order.shipped");
        deploy(other, "order.paid");
        List<String> noted = room.database().texts(NOTED);

        room.database().run("DELETE FROM process_version WHERE tenant_id = '" + other.tenantId() + "'");
        room.database().run("DELETE FROM process_version WHERE version = 1 AND tenant_id = '" + ada.tenantId() + "'");
        room.get(MissingTriggers.class).note(new EngineStarted());
        room.get(MissingTriggers.class).note(new EngineStarted());

        assertThat(room.database().texts(NOTED))
                .isEqualTo(noted)
                .containsExactly(
                        "on-order 1 start order.paid true",
                        "on-order 1 start order.paid true",
                        "on-order 2 start order.shipped true");
    }

    private static void deploy(Member analyst, String type) {
        byte[] file = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <message id="m" name="%s"/>
                  <process id="on-order" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <startEvent id="start"><messageEventDefinition messageRef="m"/></startEvent>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                    <userTask id="ask" camunda:candidateGroups="manager"/>
                  </process>
                </definitions>""".formatted(type).getBytes(StandardCharsets.UTF_8);
        room.as(analyst, () -> room.get(DeployModel.class).deploy(file));
    }
}
