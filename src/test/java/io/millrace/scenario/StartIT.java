package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class StartIT {

    @ArquillianResource
    URL product;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.built();
    }

    @Test
    void it_starts_on_an_empty_database_and_says_so() throws Exception {
        HttpResponse<String> ready = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(product + "health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(TestServers.database().texts("SELECT slug FROM millrace.tenant ORDER BY slug"))
                .containsExactly("acme", "globex", "millrace");
    }
}
