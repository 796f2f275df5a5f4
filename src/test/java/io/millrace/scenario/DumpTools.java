package io.millrace.scenario;

import io.millrace.harness.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This machine's {@code pg_dump} and {@code pg_restore}, called as the page on backups says. */
final class DumpTools {

    private static final Path MANUAL = Path.of("docs/backup.md");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.+?)```", Pattern.DOTALL);

    private final Path folder;

    /** @param folder in which the commands are typed */
    DumpTools(Path folder) {
        this.folder = folder;
    }

    /** Of binaries by version: the newest that is no newer than the tools are. */
    static Optional<Path> newestServer(Path versions) {
        try (Stream<Path> jars = Files.list(versions)) {
            int tools = version();
            return jars.filter(jar -> versionOf(jar) <= tools).max(Comparator.comparing(DumpTools::versionOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int versionOf(Path jar) {
        return Integer.parseInt(jar.getFileName().toString().replace(".jar", ""));
    }

    /** 0 without any. */
    private static int version() {
        try {
            Process asked = new ProcessBuilder("pg_dump", "--version").start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException noSuchProgram) {
            return 0;
        }
    }

    void dump(TestDatabase database) {
        type(database, commands().get(0));
    }

    /** @param database an empty one, the owner's */
    void restore(TestDatabase database) {
        type(database, commands().get(1));
    }

    private void type(TestDatabase database, String command) {
        URI place = URI.create(database.url().replaceFirst("^jdbc:", ""));
        String name = place.getPath().substring(1);
        try (Shell shell = new Shell(folder)) {
            shell.run("export HOST=%s PGPORT=%d PGPASSWORD=%s"
                    .formatted(place.getHost(), place.getPort(), database.password()));
            shell.run(command.replaceFirst("(--dbname=|\\.dump )millrace\\b", "$1" + name)
                    .strip());
        }
    }

    /** One to dump, one to restore. */
    private static List<String> commands() {
        try {
            String page = Files.readString(MANUAL);
            String part = page.substring(page.indexOf("## With pg_dump"), page.indexOf("## To a point in time"));
            return COMMANDS.matcher(part).results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
