package io.millrace.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.api.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what goes over the wire with an approved file beside the test; {@code -Dapprove} writes it anew. */
public final class Approved {

    private static final ObjectMapper PRETTY = new ObjectMapper();

    private Approved() {}

    public static void matches(Class<?> test, String name, Object view) {
        Path file = Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name + ".approved.json");
        try {
            String actual =
                    PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(PRETTY.readTree(WireJson.write(view)))
                            + "\n";
            if (System.getProperty("approve") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
