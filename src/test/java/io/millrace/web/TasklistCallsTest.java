package io.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasklistCallsTest {

    private static final String ID = "01a1fdfa-2b1b-76b6-b330-518a25892a58";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /admin/auth/user/default",
                "POST /admin/auth/user/default/login/tasklist",
                "POST /admin/auth/user/default/logout",
                "GET /tasklist/plugin/tasklistPlugins/static/app/plugin.js?bust=7.24.0",
                "GET /engine/engine/",
                "GET /engine/engine/default/user/{id}/profile",
                "GET /engine/engine/default/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task",
                "GET /engine/engine/default/filter/count?itemCount=false&resourceType=Task",
                "OPTIONS /engine/engine/default/filter",
                "POST /engine/engine/default/filter/{id}/list?firstResult=0&maxResults=15",
                "GET /engine/engine/default/task?assignee={id}&processInstanceId={id}&maxResults=15",
                "GET /engine/engine/default/task/{id}",
                "GET /engine/engine/default/task/{id}/form",
                "GET /engine/engine/default/task/{id}/deployed-form?noCache=1795262664672",
                "GET /engine/engine/default/task/{id}/form-variables?deserializeValues=false",
                "GET /engine/engine/default/task/{id}/comment",
                "POST /engine/engine/default/task/{id}/claim",
                "POST /engine/engine/default/task/{id}/unclaim",
                "POST /engine/engine/default/task/{id}/submit-form",
                "POST /engine/engine/default/task/{id}/complete",
                "GET /engine/engine/default/history/user-operation?taskId={id}&maxResults=50&firstResult=0",
                "GET /engine/engine/default/history/user-operation/count?taskId={id}",
                "GET /engine/engine/default/process-definition/approval-gate:2:{id}/xml",
                "GET /engine/engine/default/process-definition/approval-gate%3A2%3A{id}"
            })
    void tasklist_gets_what_it_needs(String call) {
        assertThat(allowed(call)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // models
                "POST /engine/engine/default/deployment/create",
                "GET /engine/engine/default/deployment",
                "DELETE /engine/engine/default/deployment/{id}",
                "DELETE /engine/engine/default/process-definition/approval-gate:2:{id}",
                "POST /engine/engine/default/process-definition/key/purchase-approval/start",
                "POST /engine/engine/default/process-definition/approval-gate:2:{id}/submit-form",
                "PUT /engine/engine/default/process-definition/suspended",
                "GET /engine/engine/default/process-definition",
                "POST /engine/engine/default/decision-definition/key/approval-routing/evaluate",
                // instances
                "GET /engine/engine/default/process-instance",
                "POST /engine/engine/default/process-instance",
                "POST /engine/engine/default/process-instance/{id}/modification",
                "DELETE /engine/engine/default/process-instance/{id}",
                "GET /engine/engine/default/process-instance/{id}/variables",
                "PUT /engine/engine/default/process-instance/{id}/variables/decision",
                "POST /engine/engine/default/process-instance/variables-async",
                "PUT /engine/engine/default/execution/{id}/localVariables/decision",
                "POST /engine/engine/default/execution/{id}/signal",
                "GET /engine/engine/default/execution",
                "GET /engine/engine/default/variable-instance",
                "POST /engine/engine/default/variable-instance",
                "POST /engine/engine/default/modification/execute",
                "POST /engine/engine/default/migration/execute",
                "POST /engine/engine/default/message",
                "POST /engine/engine/default/signal",
                "POST /engine/engine/default/condition",
                // other people's tasks, and other ways to change one's own
                "GET /engine/engine/default/task",
                "POST /engine/engine/default/task",
                "GET /engine/engine/default/task?assignee={id}",
                "GET /engine/engine/default/task?assignee={id}&processInstanceId={id}&withCommentAttachmentInfo=true",
                "GET /engine/engine/default/task/count",
                "GET /engine/engine/default/task/report/candidate-group-count",
                "POST /engine/engine/default/task/create",
                "PUT /engine/engine/default/task/{id}",
                "DELETE /engine/engine/default/task/{id}",
                "POST /engine/engine/default/task/{id}/assignee",
                "POST /engine/engine/default/task/{id}/delegate",
                "POST /engine/engine/default/task/{id}/resolve",
                "POST /engine/engine/default/task/{id}/bpmnError",
                "POST /engine/engine/default/task/{id}/bpmnEscalation",
                "POST /engine/engine/default/task/{id}/identity-links",
                "POST /engine/engine/default/task/{id}/comment/create",
                "POST /engine/engine/default/task/{id}/attachment/create",
                "GET /engine/engine/default/task/{id}/variables",
                "PUT /engine/engine/default/task/{id}/variables/decision",
                "POST /engine/engine/default/task/{id}/localVariables",
                "PUT /engine/engine/default/task/{id}/complete",
                // filters are shared: nobody makes, changes or runs one of their own
                "POST /engine/engine/default/filter/create",
                "PUT /engine/engine/default/filter/{id}",
                "DELETE /engine/engine/default/filter/{id}",
                "GET /engine/engine/default/filter/{id}/list",
                // history
                "GET /engine/engine/default/history/user-operation",
                "GET /engine/engine/default/history/user-operation?userId={id}",
                "GET /engine/engine/default/history/user-operation?taskId={id}&userId={id}",
                "PUT /engine/engine/default/history/user-operation/{id}/set-annotation",
                "GET /engine/engine/default/history/task",
                "POST /engine/engine/default/history/task",
                "GET /engine/engine/default/history/process-instance",
                "POST /engine/engine/default/history/variable-instance",
                "DELETE /engine/engine/default/history/process-instance/{id}",
                "POST /engine/engine/default/history/cleanup",
                // jobs and machinery
                "GET /engine/engine/default/job",
                "POST /engine/engine/default/job/{id}/execute",
                "PUT /engine/engine/default/job/{id}/retries",
                "POST /engine/engine/default/external-task/fetchAndLock",
                "POST /engine/engine/default/batch",
                "GET /engine/engine/default/incident",
                "GET /engine/engine/default/metrics",
                "GET /engine/engine/default/version",
                "GET /engine/engine/default/telemetry/data",
                // people and rights
                "GET /engine/engine/default/user",
                "GET /engine/engine/default/user/count",
                "POST /engine/engine/default/user/create",
                "PUT /engine/engine/default/user/{id}/profile",
                "PUT /engine/engine/default/user/{id}/credentials",
                "DELETE /engine/engine/default/user/{id}",
                "GET /engine/engine/default/group",
                "POST /engine/engine/default/group/create",
                "PUT /engine/engine/default/group/manager/members/{id}",
                "GET /engine/engine/default/tenant",
                "POST /engine/engine/default/tenant/create",
                "GET /engine/engine/default/authorization",
                "POST /engine/engine/default/authorization/create",
                "POST /engine/engine/default/identity/verify",
                "GET /engine/engine/default/identity/groups?userId={id}",
                // the vendor's other applications
                "POST /admin/setup/default/user/create",
                "POST /admin/auth/user/default/login/admin",
                "GET /admin/plugin/adminPlugins/default/metrics",
                "GET /cockpit/plugin/base/default/process-instance",
                "GET /tasklist/plugin/tasklistPlugins/static/../../WEB-INF/web.xml",
                "GET /welcome/plugin/x/static/app/plugin.js",
                // another engine, another way to write the same, another method
                "GET /engine/engine/other/task/{id}",
                "GET /engine/engine/default/task/{id}/",
                "GET /engine/engine/default//task/{id}",
                "GET /engine/engine/default/filter/../process-instance",
                "GET /engine/engine/default/%74ask",
                "GET /engine/engine/default/task;x=y/{id}",
                "GET /engine/engine/default/task/{id};a=/../../job",
                "PATCH /engine/engine/default/task/{id}/claim",
                "HEAD /engine/engine/default/task/{id}",
                "get /engine/engine/default/task/{id}",
                "GET /"
            })
    void everything_else_is_refused(String call) {
        assertThat(allowed(call)).isFalse();
    }

    @Test
    void a_query_nobody_needs_is_refused_where_it_could_widen_the_answer() {
        assertThat(WebApp.TASKLIST.offers("GET", "/engine/engine/default/filter", "owner=x"))
                .isFalse();
        assertThat(WebApp.TASKLIST.offers("GET", "/engine/engine/default/filter", ""))
                .isTrue();
    }

    private static boolean allowed(String call) {
        String[] parts = call.replace("{id}", ID).split("[ ?]", 3);
        @Nullable String query = parts.length == 3 ? parts[2] : null;
        return WebApp.TASKLIST.offers(parts[0], parts[1], query);
    }
}
