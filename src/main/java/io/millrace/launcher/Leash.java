package io.millrace.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.launcher.Children.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The launcher's end of the pipe to its watchdog. Nothing ever closes it: the operating system does, at the end. */
final class Leash implements Children.Watcher {

    private final Process watchdog;

    private Leash(Process watchdog) {
        this.watchdog = watchdog;
    }

    static Leash fasten(Path jar, DataDirectory data, @Nullable Path postgres) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Children.java(),
                "-Xms8m",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar.toString(),
                Watchdog.class.getName(),
                data.root().toString()));
        if (postgres != null) command.add(postgres.toString());
        ProcessBuilder program = new ProcessBuilder(
                Children.onWindows() ? command : Children.detached("trap '' INT HUP TERM; exec \"$@\"", command));
        Children.withoutOurSecrets(program)
                .redirectErrorStream(true)
                .redirectOutput(data.freshLog("watchdog.log").toFile());
        return new Leash(program.start());
    }

    @Override
    public synchronized void watch(Role role, long pid) throws IOException {
        OutputStream pipe = watchdog.getOutputStream();
        pipe.write((role + " " + pid + "\n").getBytes(UTF_8));
        pipe.flush();
    }

    CompletableFuture<Process> end() {
        return watchdog.onExit();
    }
}
