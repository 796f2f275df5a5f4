package io.millrace.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A shell that somebody types commands into, and that remembers what they have set. */
final class Shell implements AutoCloseable {

    private static final String DONE = "--- done ";

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    Shell(Path folder) {
        try {
            process = new ProcessBuilder("bash", "--noprofile", "--norc")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        in = process.outputWriter();
        out = process.inputReader();
    }

    /** @return what they wrote; fails when the last of them failed */
    String run(String commands) {
        try {
            in.write(commands + "\nended=$?; echo; echo \"" + DONE + "$ended\"\n");
            in.flush();
            return answer(commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(String commands) throws IOException {
        StringBuilder said = new StringBuilder();
        @Nullable String line = out.readLine();
        while (line != null && !line.startsWith(DONE)) {
            said.append(line).append('\n');
            line = out.readLine();
        }
        if (!(DONE + "0").equals(line)) throw new AssertionError(commands + "\nended with " + line + ":\n" + said);
        return said.toString().strip();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
