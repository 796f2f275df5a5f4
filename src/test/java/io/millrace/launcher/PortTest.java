package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void a_taken_port_is_one_sentence_that_names_the_setting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Port port = new Port("the product", "127.0.0.1", taken.getLocalPort(), "MILLRACE_HTTP_PORT");

            assertThatThrownBy(() -> Port.requireFree(List.of(port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port " + taken.getLocalPort() + " (the product) is taken by another program:"
                            + " stop that one, or choose another port with MILLRACE_HTTP_PORT.");
        }
    }

    @Test
    void one_port_for_two_uses_is_refused() {
        int port = Port.anyFree();

        assertThatThrownBy(() -> Port.requireFree(List.of(
                        new Port("the product", "127.0.0.1", port, "MILLRACE_HTTP_PORT"),
                        new Port("the job dashboard", "127.0.0.1", port, "MILLRACE_DASHBOARD_PORT"))))
                .hasMessage("Port " + port + " is wanted both for the product and for the job dashboard:"
                        + " change MILLRACE_HTTP_PORT or MILLRACE_DASHBOARD_PORT.");
    }

    @Test
    void a_free_port_is_left_free() {
        List<Port> free = List.of(new Port("the product", "127.0.0.1", Port.anyFree(), "MILLRACE_HTTP_PORT"));

        Port.requireFree(free);

        assertThatCode(() -> Port.requireFree(free)).doesNotThrowAnyException();
    }
}
