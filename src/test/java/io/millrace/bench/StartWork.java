package io.millrace.bench;

import io.millrace.scenario.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * From the start of the process to ready, on an empty database (which is migrated and filled with the demo's
 * people) and again on what the first start left, against the same server with a page and nothing else.
 */
final class StartWork implements Work {

    private static final String PAGE = "index.html";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> measure() {
        try (Installation product = Installation.stopped(name())) {
            Path home = Installation.home("start-empty");
            ServerProcess empty = new ServerProcess(home, emptyWar(home), PAGE, Map.of());
            return Stream.of("first start", "second start")
                    .map(size -> new Row(
                            name(),
                            size,
                            seconds(product.server()),
                            "s",
                            "Payara Micro with an empty WAR",
                            seconds(empty),
                            Row.Better.LOWER))
                    .toList();
        }
    }

    private static double seconds(ServerProcess server) {
        long start = System.nanoTime();
        server.start();
        double seconds = (System.nanoTime() - start) / 1e9;
        server.stop();
        return seconds;
    }

    private static Path emptyWar(Path home) {
        try {
            Path war = Files.createDirectories(home).resolve("empty.war");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
                zip.putNextEntry(new ZipEntry(PAGE));
                zip.write("ready".getBytes(StandardCharsets.UTF_8));
            }
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
