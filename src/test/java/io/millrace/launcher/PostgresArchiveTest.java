package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresArchiveTest {

    @Test
    void each_kind_of_machine_has_its_archive() {
        assertThat(PostgresArchive.fileName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresArchive.fileName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresArchive.fileName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(PostgresArchive.fileName("Windows 11", "amd64")).isEqualTo("postgres-windows-x86_64.txz");
    }
}
