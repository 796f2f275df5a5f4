package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The archive as Payara Micro deploys it by itself, on a server that Arquillian starts. */
@ExtendWith(ArquillianExtension.class)
class StartIT {

    @ArquillianResource
    URL product;

    @Deployment(testable = false)
    static WebArchive product() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("millrace.war")))
                .as(WebArchive.class);
    }

    @Test
    void it_starts_and_says_so() throws Exception {
        HttpResponse<String> ready = get("health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(TestServers.database().texts("SELECT slug FROM millrace.tenant ORDER BY slug"))
                .contains("acme", "globex", "millrace");
    }

    @Test
    void its_pages_let_nothing_foreign_in() throws Exception {
        for (String page : List.of("", "demo/mail", "brand/millrace.css")) {
            HttpResponse<String> answer = get(page);

            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(page)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void the_short_address_of_tasklist_leads_to_it() throws Exception {
        assertThat(get("camunda").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/"));
    }

    @Test
    void there_is_no_other_health_than_the_three_questions() throws Exception {
        for (String question : List.of("health", "health/live", "health/ready", "health/started")) {
            assertThat(get(question).statusCode()).as(question).isEqualTo(200);
        }
        for (String nothing : List.of("health/x", "health/live/x", "healthy")) {
            assertThat(get(nothing).statusCode()).as(nothing).isEqualTo(404);
        }
    }

    @Test
    void the_description_says_in_which_language_it_is_written() throws Exception {
        assertThat(get("openapi").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(get("openapi?format=JSON").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    @Test
    void the_duration_of_requests_is_in_microseconds_and_says_so() throws Exception {
        get("api/v1/me");

        assertThat(get("metrics").body().lines())
                .filteredOn(line -> line.matches("millrace_http_request_microseconds(_mean|_max|_min)?\\{.*"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Double.parseDouble(line.replaceFirst(".* ", "")))
                        .isBetween(100.0, 100e6));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(product + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
