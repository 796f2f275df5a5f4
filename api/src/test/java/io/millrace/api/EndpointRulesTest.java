package io.millrace.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.http.Endpoint;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.Public;
import io.millrace.api.identity.Requires;
import io.millrace.api.json.Between;
import io.millrace.api.json.OneOf;
import io.millrace.api.json.Text;
import io.millrace.api.openapi.DescribeApi;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointRulesTest {

    static List<Endpoint> endpoints() {
        return DescribeApi.endpoints();
    }

    @Test
    void there_are_endpoints_at_all() {
        assertThat(endpoints()).hasSizeGreaterThan(15);
        assertThat(MillraceApi.RESOURCES).allMatch(resource -> resource.isAnnotationPresent(Path.class));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void says_what_it_requires_or_that_it_is_public(Endpoint endpoint) {
        assertThat(endpoint.method().isAnnotationPresent(Requires.class))
                .isNotEqualTo(endpoint.method().isAnnotationPresent(Public.class));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void says_in_a_sentence_what_it_is_for(Endpoint endpoint) {
        assertThat(endpoint.method().getAnnotation(Operation.class)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_post_can_be_marked_to_happen_once(Endpoint endpoint) {
        boolean shouldBe =
                endpoint.verb().orElseThrow().equals("POST") && !endpoint.path().startsWith("/auth/");

        assertThat(endpoint.method().isAnnotationPresent(Idempotent.class)).isEqualTo(shouldBe);
        if (shouldBe) assertThat(endpoint.method().getReturnType()).isEqualTo(Response.class);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_list_comes_in_pages(Endpoint endpoint) {
        boolean pages = endpoint.method().getReturnType() == PageView.class;

        assertThat(Arrays.stream(endpoint.method().getParameters()).anyMatch(p -> p.getType() == PageQuery.class))
                .isEqualTo(pages);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_body_bounds_each_of_its_texts_and_numbers(Endpoint endpoint) {
        endpoint.body().map(Parameter::getType).ifPresent(EndpointRulesTest::requireBounds);
    }

    private static void requireBounds(Class<?> body) {
        assertThat(body).isRecord();
        for (RecordComponent component : body.getRecordComponents()) {
            Class<?> type = component.getType();
            if (type == String.class)
                assertThat(component.getAnnotation(Text.class))
                        .as("%s", component)
                        .isNotNull();
            if (type == Long.class)
                assertThat(component.isAnnotationPresent(Between.class) || component.isAnnotationPresent(OneOf.class))
                        .as("%s", component)
                        .isTrue();
            if (type.isRecord()) requireBounds(type);
        }
    }
}
