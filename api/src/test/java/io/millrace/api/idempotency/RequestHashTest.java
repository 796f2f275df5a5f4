package io.millrace.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Ids;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestHashTest {

    record Body(String title, @Nullable Long amount) {}

    static class Resource {
        void claim(UUID id) {}

        void complete(UUID id, Body body) {}
    }

    private final UUID id = Ids.next();

    @Test
    void the_same_request_has_the_same_hash() {
        assertThat(hash("complete", id, new Body("x", 1L)))
                .isEqualTo(hash("complete", UUID.fromString(id.toString()), new Body("x", 1L)));
    }

    @Test
    void another_body_another_id_or_another_endpoint_has_another() {
        String hash = hash("complete", id, new Body("x", 1L));

        assertThat(hash).isNotEqualTo(hash("complete", id, new Body("x", 2L)));
        assertThat(hash).isNotEqualTo(hash("complete", id, new Body("x", null)));
        assertThat(hash).isNotEqualTo(hash("complete", Ids.next(), new Body("x", 1L)));
        assertThat(hash("claim", id)).isNotEqualTo(hash("complete", id));
    }

    private static String hash(String method, Object... understood) {
        Method endpoint = Arrays.stream(Resource.class.getDeclaredMethods())
                .filter(m -> m.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return RequestHash.of(endpoint, understood);
    }
}
