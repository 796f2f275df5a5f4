package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Ids;
import io.millrace.harness.Room;
import io.millrace.tenancy.NoTenantBound;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.EngineRoom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TenantWallsIT {

    @RegisterExtension
    static final Room room = EngineRoom.with(RecordTenant.class);

    private UUID acme = new UUID(0, 0);
    private UUID globex = new UUID(0, 0);

    @BeforeAll
    static void deployTheModels() {
        deploy(
                null,
                "called-shared.bpmn",
                "calling.bpmn",
                "whose-shared.dmn",
                "greets-first.bpmn",
                "greets-second.bpmn");
    }

    @BeforeEach
    void twoTenants() {
        acme = room.anotherTenant("acme");
        globex = room.anotherTenant("globex");
    }

    @Test
    void work_for_nobody_is_refused() {
        assertThatThrownBy(() -> room.get(TaskService.class).createTaskQuery().list())
                .isInstanceOf(NoTenantBound.class);
        assertThatThrownBy(() -> room.get(Engine.class).startProcess("called", "1", Map.of()))
                .isInstanceOf(NoTenantBound.class);
    }

    @Test
    void an_instance_of_a_shared_model_belongs_to_the_tenant_that_started_it() {
        start(acme, "called");

        assertThat(tasksOf(acme)).containsExactly("sharedWait");
        assertThat(tasksOf(globex)).isEmpty();
    }

    @Test
    void a_tenants_own_version_hides_the_shared_one_for_it_alone() {
        deploy(acme, "called-own.bpmn");

        start(acme, "called");
        start(globex, "called");

        assertThat(tasksOf(acme)).containsExactly("ownWait");
        assertThat(tasksOf(globex)).containsExactly("sharedWait");
    }

    @Test
    void a_shared_model_calls_the_tenants_own_process_and_asks_its_own_table() {
        deploy(acme, "called-own.bpmn", "whose-own.dmn");

        start(acme, "calling");
        start(globex, "calling");

        assertThat(tasksOf(acme)).containsExactly("ownWait");
        assertThat(answersOf(acme)).containsExactly("own");
        assertThat(tasksOf(globex)).containsExactly("sharedWait");
        assertThat(answersOf(globex)).containsExactly("shared");
    }

    @Test
    void a_tenants_own_model_calls_the_shared_process_and_asks_the_shared_table() {
        deploy(acme, "calling.bpmn");

        start(acme, "calling");

        assertThat(tasksOf(acme)).containsExactly("sharedWait");
        assertThat(answersOf(acme)).containsExactly("shared");
    }

    @Test
    void two_models_may_start_with_the_same_message_and_are_told_apart_by_their_key() {
        List<String> names =
                NodeWork.call(() -> room.get(RuntimeService.class).createEventSubscriptionQuery().list().stream()
                        .map(EventSubscription::getEventName)
                        .sorted()
                        .toList());

        assertThat(names).containsExactly("greets-first:tenant.activated", "greets-second:tenant.activated");
        assertThat(StartMessages.nameFor("greets-first", "tenant.activated")).isEqualTo(names.get(0));
    }

    @Test
    void what_is_deployed_already_is_not_deployed_again() {
        long before = room.database().count("camunda.act_re_deployment");

        NodeWork.run(() -> SharedModels.deploy(room.get(RepositoryService.class), io.millrace.bpmn.Models.RESOURCES));

        assertThat(room.database().count("camunda.act_re_deployment")).isEqualTo(before);
    }

    @Test
    void the_database_itself_refuses_a_task_without_a_tenant() {
        assertThatThrownBy(
                        () -> room.database().run("INSERT INTO camunda.act_ru_task (id_, rev_) VALUES ('nobodys', 1)"))
                .hasStackTraceContaining("act_ru_task_has_tenant");
    }

    private static void deploy(@org.jspecify.annotations.Nullable UUID tenant, String... files) {
        UUID owner = tenant == null ? TenantScope.PLATFORM : tenant;
        Runnable work = () -> {
            DeploymentBuilder deployment = room.get(RepositoryService.class).createDeployment();
            if (tenant != null) deployment.tenantId(tenant.toString());
            Stream.of(files).forEach(file -> deployment.addClasspathResource("io/millrace/workflows/engine/" + file));
            deployment.deploy();
        };
        TenantScope.run(owner, () -> NodeWork.run(work));
    }

    private static void start(UUID tenant, String key) {
        room.inside(
                tenant,
                () -> room.get(Engine.class).startProcess(key, Ids.next().toString(), Map.of()));
    }

    private static List<String> tasksOf(UUID tenant) {
        return room.inside(
                tenant,
                () -> room.get(TaskService.class).createTaskQuery().list().stream()
                        .map(task -> task.getTaskDefinitionKey())
                        .toList());
    }

    private static List<String> answersOf(UUID tenant) {
        return room.database()
                .texts("SELECT text_ FROM camunda.act_ru_variable WHERE name_ = 'whose' AND tenant_id_ = '%s'"
                        .formatted(tenant));
    }
}
