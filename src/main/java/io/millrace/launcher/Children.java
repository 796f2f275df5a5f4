package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts programs so that the watchdog knows each of them before its first instruction. */
final class Children {

    /** What the watchdog has to do about a program: a helper ends by itself, a server must be told to. */
    enum Role {
        SERVER,
        HELPER
    }

    /** Hears of each program before it runs. */
    @FunctionalInterface
    interface Watcher {
        void watch(Role role, long pid) throws IOException;
    }

    /** Waits for a word of ours. If we die before we could name the program to the watchdog, it never begins. */
    private static final String GATE = "trap '' INT HUP; read -r go && exec \"$@\"";

    private final Watcher watcher;
    private final Set<ProcessHandle> helpers = ConcurrentHashMap.newKeySet();

    Children(Watcher watcher) {
        this.watcher = watcher;
    }

    static Children unwatched() {
        return new Children((role, pid) -> {});
    }

    /** The helpers that have not ended yet. */
    Set<ProcessHandle> helpers() {
        return Set.copyOf(helpers);
    }

    Process start(Role role, ProcessBuilder program) throws IOException {
        if (!onWindows()) program.command(detached(GATE, program.command()));
        Process process = program.start();
        watcher.watch(role, process.pid());
        if (!onWindows()) {
            OutputStream gate = process.getOutputStream();
            gate.write("go\n".getBytes(UTF_8));
            gate.flush();
        }
        return process;
    }

    /** Runs a helper to its end and returns what it printed. */
    String run(List<String> command, String input) throws IOException {
        Process process = start(Role.HELPER, withoutOurSecrets(new ProcessBuilder(command).redirectErrorStream(true)));
        helpers.add(process.toHandle());
        try {
            return finish(process, command, input);
        } finally {
            helpers.remove(process.toHandle());
        }
    }

    private static String finish(Process process, List<String> command, String input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (process.waitFor() == 0) return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it ran: " + command.get(0));
        }
        throw new IOException(command + " ended with " + process.exitValue() + ":\n" + printed);
    }

    /** In a session of its own: Ctrl-C reaches the launcher only, and the launcher stops things in order. */
    static List<String> detached(String script, List<String> command) {
        List<String> full = new ArrayList<>();
        if (onPath("setsid")) full.add("setsid");
        full.addAll(List.of("sh", "-c", script, "millrace"));
        full.addAll(command);
        return full;
    }

    /** PostgreSQL's own variables would overrule what we tell its programs. */
    static ProcessBuilder withoutOurSecrets(ProcessBuilder program) {
        program.environment().keySet().removeIf(name -> name.startsWith("MILLRACE_") || name.startsWith("PG"));
        return program;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static boolean onWindows() {
        return File.separatorChar == '\\';
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
