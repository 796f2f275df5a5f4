package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path place;

    @Test
    void five_old_logs_are_kept_the_youngest_first() throws IOException {
        DataDirectory data = DataDirectory.open(place);

        for (int start = 1; start <= 8; start++) Files.writeString(data.freshLog("server.log"), "start " + start);

        assertThat(data.log("server.log")).hasContent("start 8");
        assertThat(data.log("server.log.1")).hasContent("start 7");
        assertThat(data.log("server.log.5")).hasContent("start 3");
        assertThat(data.log("server.log.6")).doesNotExist();
    }

    @Test
    void secrets_are_made_once_and_readable_by_their_owner_only() throws IOException {
        DataDirectory data = DataDirectory.open(place.resolve("new"));

        Secrets made = Secrets.of(data);

        assertThat(Secrets.of(data)).isEqualTo(made);
        assertThat(made.masterKey()).hasSize(44);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_database_whose_secrets_are_lost_is_not_made_again() throws IOException {
        DataDirectory data = DataDirectory.open(place);
        Files.createDirectory(data.database());

        assertThatThrownBy(() -> Secrets.of(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("secrets.properties is missing");
    }
}
