package io.millrace.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** As whom PostgreSQL runs: as ourselves, except that it refuses to run as root. */
record PostgresUser(List<String> prefix, int uid) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /** In a name space of its own, root is nobody, and still the owner of root's files. */
    private static final List<String> UNSHARED = List.of("unshare", "-U");

    /**
     * Where name spaces are refused, as in many containers. The one capability lets it reach a data directory below
     * root's home; the files themselves are given to it.
     */
    private static final List<String> LOWERED = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
            // Else access(2) would not count the capability, and PostgreSQL asks it.
            "--securebits=+no_setuid_fixup");

    static PostgresUser find(DataDirectory data) throws IOException {
        if (Children.onWindows()) return new PostgresUser(List.of(), ROOT);
        int self = self();
        if (self != ROOT) return new PostgresUser(List.of(), self);
        if (owner(data.root()) != ROOT)
            throw new CannotStart("The data directory " + data.root() + " belongs to another user than root:"
                    + " start as that user, or choose another with MILLRACE_DATA_DIR.");
        if (works(UNSHARED)) return new PostgresUser(UNSHARED, ROOT);
        if (works(LOWERED)) return new PostgresUser(LOWERED, NOBODY);
        throw new CannotStart(
                "PostgreSQL does not run as root, and here root may neither \"unshare -U\" nor \"setpriv\":"
                        + " start Millrace as an ordinary user, or give it a database with MILLRACE_DATABASE_URL.");
    }

    /** Java does not tell who we are, but whoever makes a file owns it. */
    private static int self() throws IOException {
        Path made = Files.createTempFile("millrace", ".user");
        try {
            return owner(made);
        } finally {
            Files.delete(made);
        }
    }

    private static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> program) {
        List<String> full = new ArrayList<>(prefix);
        full.addAll(program);
        return full;
    }

    /** The other way of being root may have been used last time. */
    void own(Path tree) throws IOException {
        if (prefix.isEmpty() || owner(tree) == uid) return;
        List<Path> files;
        try (Stream<Path> all = Files.walk(tree)) {
            // The top comes last: should this be interrupted, the next start sees that it is not finished.
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
}
