package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final String CONNECTED = "192.0.2.1";

    private final ClientAddress clientAddress = new ClientAddress();

    @Test
    void without_a_proxy_of_ours_it_is_where_the_connection_comes_from_whatever_is_said() {
        assertThat(clientAddress.of(saying("203.0.113.9"))).isEqualTo(CONNECTED);
    }

    @Test
    void behind_our_proxy_it_is_what_the_proxy_appended() {
        behindAProxy();

        assertThat(clientAddress.of(saying("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(clientAddress.of(saying("198.51.100.7, 203.0.113.9 "))).isEqualTo("203.0.113.9");
    }

    @Test
    void a_proxy_that_appends_a_line_is_believed_and_not_the_client_s_own_line() {
        behindAProxy();

        assertThat(clientAddress.of(saying("198.51.100.7", "203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @Test
    void who_comes_past_the_proxy_comes_from_where_they_are() {
        behindAProxy();

        assertThat(clientAddress.of(saying())).isEqualTo(CONNECTED);
    }

    private void behindAProxy() {
        clientAddress.header = Optional.of("X-Forwarded-For");
    }

    /** @param lines of the header, in their order */
    private static HttpServletRequest saying(String... lines) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, call, a) -> {
                    return switch (call.getName()) {
                        case "getRemoteAddr" -> CONNECTED;
                        case "getHeaders" ->
                            Collections.enumeration(a[0].equals("X-Forwarded-For") ? List.of(lines) : List.of());
                        default -> throw new UnsupportedOperationException(call.getName());
                    };
                });
    }
}
