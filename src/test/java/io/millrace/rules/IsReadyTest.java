package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the container runtime asks a node with. */
class IsReadyTest {

    private final HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private volatile int status = 200;

    IsReadyTest() throws IOException {}

    @BeforeEach
    void start() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the script is for the image, which has bash");
        node.createContext("/", call -> {
            boolean right = call.getRequestURI().getPath().equals("/health/ready");
            call.sendResponseHeaders(right ? status : 404, -1);
            call.close();
        });
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void it_is_content_with_a_node_that_is_ready() throws Exception {
        assertThat(asked(Map.of())).isZero();
        assertThat(asked(Map.of("MILLRACE_HTTP_ADDRESS", "127.0.0.1"))).isZero();
    }

    @Test
    void it_is_not_content_with_one_that_is_not_ready_or_not_there() throws Exception {
        status = 503;

        assertThat(asked(Map.of())).isNotZero();
        // Where nobody listens.
        assertThat(asked(Map.of("MILLRACE_HTTP_PORT", "1"))).isNotZero();
    }

    private int asked(Map<String, String> more) throws Exception {
        ProcessBuilder script = new ProcessBuilder("/bin/bash", "../docker/is-ready")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        script.environment()
                .put("MILLRACE_HTTP_PORT", Integer.toString(node.getAddress().getPort()));
        script.environment().putAll(more);
        return script.start().waitFor();
    }
}
