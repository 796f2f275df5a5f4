package io.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CockpitCallsTest {

    private static final String ID = "01a1fdfa-2b1b-76b6-b330-518a25892a58";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /admin/auth/user/default/login/cockpit",
                "GET /cockpit/plugin/cockpitPlugins/static/app/plugin.js?bust=7.24.0",
                "GET /cockpit/plugin/base/default/process-definition/statistics?firstResult=0&maxResults=50&sortBy=name&sortOrder=asc",
                "POST /cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=50",
                "GET /engine/engine/default/process-definition/invoice:2:{id}/xml",
                "GET /engine/engine/default/process-definition/{id}",
                "GET /engine/engine/default/process-instance/{id}/activity-instances",
                "POST /engine/engine/default/variable-instance?firstResult=0&maxResults=50&deserializeValues=false"
            })
    void cockpit_gets_what_it_needs(String call) {
        assertThat(offers(call)).isTrue();
    }

    @Test
    void of_all_that_the_vendor_takes_only_questions_pass() {
        List<String> offered = VendorsCalls.all().stream()
                .filter(call -> !call.startsWith("GET "))
                .filter(call -> VendorsCalls.addresses(call).stream().anyMatch(CockpitCallsTest::offers))
                .toList();

        assertThat(offered)
                .containsExactly(
                        "POST /cockpit/plugin/base/{engine}/incident",
                        "POST /cockpit/plugin/base/{engine}/incident/count",
                        "POST /cockpit/plugin/base/{engine}/process-instance",
                        "POST /cockpit/plugin/base/{engine}/process-instance/count",
                        "POST /cockpit/plugin/base/{engine}/process-instance/{id}/called-process-instances",
                        "POST /engine/engine/{name}/process-instance",
                        "POST /engine/engine/{name}/process-instance/count",
                        "POST /engine/engine/{name}/variable-instance",
                        "POST /engine/engine/{name}/variable-instance/count");
    }

    @Test
    void all_that_the_vendor_takes_is_known_here() {
        assertThat(VendorsCalls.all())
                .hasSizeGreaterThan(400)
                .contains(
                        "PUT /engine/engine/{name}/job/{id}/retries",
                        "POST /engine/engine/{name}/deployment/create",
                        "DELETE /engine/engine/{name}/process-instance/{id}",
                        "POST /cockpit/plugin/base/{engine}/process-definition/{id}/called-process-definitions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidentMessageLike=%25a%25",
                "in%63identMessageLike=%25a%25",
                "incidentId={id}",
                "startableBy={id}",
                "key=invoice&incidentType=failedJob",
                "processDefinitionIdIn={id}"
            })
    void what_is_asked_about_models_is_about_nothing_that_runs_by_them(String query) {
        for (String list : List.of("process-definition", "process-definition/count", "decision-definition")) {
            assertThat(offers("GET /engine/engine/default/" + list + "?" + query))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine/engine/default/job/{id}/stacktrace",
                "GET /engine/engine/default/batch",
                "GET /engine/engine/default/history/batch",
                "GET /engine/engine/default/history/cleanup/job",
                "GET /engine/engine/default/history/user-operation?processInstanceId={id}",
                "GET /engine/engine/default/deployment",
                "GET /engine/engine/default/deployment/{id}/resources",
                "GET /engine/engine/default/metrics/job-successful/sum",
                "GET /engine/engine/default/authorization",
                "GET /engine/engine/default/user",
                "GET /engine/engine/default/task/{id}",
                "POST /cockpit/plugin/base/default/process-definition/invoice:1:{id}/called-process-definitions",
                "GET /cockpit/plugin/base/default/process-definition/invoice:1:{id}/called-process-definitions",
                "GET /cockpit/plugin/base/default/process-definition/statistics?name=a&incidentMessage=b",
                "GET /cockpit/plugin/base/other/process-definition/statistics",
                "GET /cockpit/plugin/history/default/incident",
                "GET /cockpit/plugin/cockpitPlugins/static/app/../../WEB-INF/web.xml"
            })
    void shared_machinery_and_what_cannot_be_confined_is_refused(String call) {
        assertThat(offers(call)).isFalse();
    }

    @Test
    void every_other_method_on_what_may_be_read_is_refused() {
        Stream.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD")
                .forEach(method -> assertThat(offers(method + " /engine/engine/default/process-instance/" + ID))
                        .as(method)
                        .isFalse());
    }

    private static boolean offers(String call) {
        String[] parts = call.replace("{id}", ID).split("[ ?]", 3);
        @Nullable String query = parts.length == 3 ? parts[2] : null;
        return WebApp.COCKPIT.offers(parts[0], parts[1], query);
    }
}
