package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.correlation.Triggers;
import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeleteModelVersion;
import io.millrace.process.DeployModel;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.EngineStarted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models that were deployed before there was a place to note what they listen to. */
class MissingTriggersIT {

    private static final String NOTED = """
            SELECT p.process_key || ' ' || p.version || ' ' || t.activity_id || ' ' || t.type || ' ' || t.starts
            FROM process_version p JOIN trigger t ON t.tenant_id = p.tenant_id AND t.definition_id = p.definition_id
            WHERE p.tenant_id IN ('%s', '%s') ORDER BY 1""";

    @RegisterExtension
    static final Room room = EngineRoom.with();

    @Test
    void a_model_of_an_earlier_release_hears_events_from_the_next_start_on() {
        Member ada = room.member(room.anotherTenant("acme"), "Ada", Role.ANALYST);
        Member other = room.member(room.anotherTenant("globex"), "Ada", Role.ANALYST);
        deploy(ada, "order.paid");
        deploy(ada, "order.shipped");
        deploy(other, "order.paid");
        String query = NOTED.formatted(ada.tenantId(), other.tenantId());
        List<String> noted = room.database().texts(query);

        room.database().run("DELETE FROM process_version WHERE tenant_id = '" + other.tenantId() + "'");
        room.database().run("DELETE FROM process_version WHERE version = 1 AND tenant_id = '" + ada.tenantId() + "'");
        nextStartOfAnotherRelease();
        room.get(MissingTriggers.class).note(new EngineStarted());

        assertThat(room.database().texts(query))
                .isEqualTo(noted)
                .containsExactly(
                        "on-order 1 start order.paid true",
                        "on-order 1 start order.paid true",
                        "on-order 2 start order.shipped true");
    }

    @Test
    void a_start_looks_at_the_models_of_tenants_once_and_not_at_each() {
        UUID acme = room.anotherTenant("acme");
        deploy(room.member(acme, "Ada", Role.ANALYST), "order.paid");
        nextStartOfAnotherRelease();
        room.database().run("DELETE FROM process_version WHERE tenant_id = '" + acme + "'");

        room.get(MissingTriggers.class).note(new EngineStarted());

        assertThat(room.inside(acme, () -> room.get(Triggers.class).noted())).isEmpty();
        nextStartOfAnotherRelease();
        assertThat(room.inside(acme, () -> room.get(Triggers.class).noted())).hasSize(1);
    }

    @Test
    void a_version_that_is_deleted_during_a_start_is_none_to_stumble_over() {
        Member ada = room.member(room.anotherTenant("acme"), "Ada", Role.ANALYST);
        deploy(ada, "order.paid");
        deploy(ada, "order.shipped");
        room.database().run("DELETE FROM process_version WHERE tenant_id = '" + ada.tenantId() + "'");
        List<ProcessDefinition> seen = room.inside(
                ada.tenantId(),
                () -> room.get(RepositoryService.class)
                        .createProcessDefinitionQuery()
                        .tenantIdIn(ada.tenantId().toString())
                        .list());
        room.as(ada, () -> room.get(DeleteModelVersion.class).delete("on-order", 1));

        TenantScope.run(ada.tenantId(), () -> room.get(NoteTriggers.class).ofTenant(seen));

        assertThat(seen).hasSize(2);
        assertThat(room.inside(ada.tenantId(), () -> room.get(Triggers.class).noted()))
                .hasSize(1);
    }

    private static void nextStartOfAnotherRelease() {
        room.database().run("DELETE FROM camunda.act_ge_property WHERE name_ = '" + LookedAtOnce.PROPERTY + "'");
        room.get(MissingTriggers.class).note(new EngineStarted());
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
