package io.millrace.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the embedded database, made on the first start, with two logins that are not superusers. */
record DatabaseCluster(Path home, Path files, PostgresUser user) {

    static final String DATABASE = "millrace";
    static final String OWNER = "millrace_owner";
    static final String APPLICATION = "millrace_app";

    /** The superuser is not in it, and has no password either: nobody signs in as superuser. */
    private static final String WHO_MAY_CONNECT =
            "host %s %s,%s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE, OWNER, APPLICATION);

    /** Whether it had to be made. */
    boolean createIfAbsent(Secrets secrets, Children children) throws IOException {
        boolean absent = Files.notExists(files);
        if (absent) create(secrets, children);
        user.own(files);
        return absent;
    }

    private void create(Secrets secrets, Children children) throws IOException {
        // Made under another name: whatever interrupts this, the next start begins again.
        DatabaseCluster incoming = new DatabaseCluster(home, files.resolveSibling("database.incoming"), user);
        DataDirectory.delete(incoming.files);
        Files.createDirectory(incoming.files);
        user.own(incoming.files);
        children.run(incoming.initialise(), "");
        Files.writeString(incoming.files.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        children.run(incoming.singleUser(), incoming.roles(secrets));
        DataDirectory.moveIntoPlace(incoming.files, files);
    }

    private List<String> initialise() {
        return user.command(List.of(
                program("initdb"),
                "--pgdata=" + files,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                // The built-in locale sorts the same everywhere, whatever the machine has installed.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
    }

    /** PostgreSQL without a network reads SQL from its input: no password of a superuser is ever needed. */
    private List<String> singleUser() {
        return user.command(List.of(
                program("postgres"), "--single", "-D", files.toString(), "-c", "exit_on_error=true", "postgres"));
    }

    private String roles(Secrets secrets) {
        return """
                CREATE ROLE %s LOGIN PASSWORD '%s'
                CREATE ROLE %s LOGIN PASSWORD '%s'
                CREATE DATABASE %s OWNER %s
                REVOKE ALL ON DATABASE %s FROM PUBLIC
                GRANT CONNECT ON DATABASE %s TO %s
                """.formatted(
                        OWNER,
                        secrets.ownerPassword(),
                        APPLICATION,
                        secrets.applicationPassword(),
                        DATABASE,
                        OWNER,
                        DATABASE,
                        DATABASE,
                        APPLICATION);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
