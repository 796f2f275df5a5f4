package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingLogTest {

    @TempDir
    Path directory;

    @Test
    void a_long_log_begins_anew_while_it_is_written_and_a_few_old_ones_stay() throws IOException {
        DataDirectory data = DataDirectory.open(directory);
        Path log = data.freshLog("server.log");
        GrowingLog growing = new GrowingLog(data, "server.log", 10);

        try (OutputStream server = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int part = 1; part <= 7; part++) {
                server.write(("long part " + part).getBytes(StandardCharsets.UTF_8));
                growing.rotateIfLong();
            }
            server.write("short".getBytes(StandardCharsets.UTF_8));
            growing.rotateIfLong();
        }

        assertThat(log).hasContent("short");
        assertThat(data.log("server.log.1")).hasContent("long part 7");
        assertThat(data.log("server.log.5")).hasContent("long part 3");
        assertThat(data.log("server.log.6")).doesNotExist();
    }
}
