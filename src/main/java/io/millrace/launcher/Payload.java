package io.millrace.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the jar carries, unpacked once per content into {@code runtime/<content hash>/}. */
final class Payload {

    private final Path jar;
    private final Path runtime;
    private final Set<Path> used = new HashSet<>();
    private boolean unpackedSomething;

    Payload(Path jar, Path runtime) {
        this.jar = jar;
        this.runtime = runtime;
    }

    static Path ownJar() {
        try {
            CodeSource source = Payload.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unpacks what has not been unpacked, forgets what earlier jars carried; whether there was anything to do. */
    boolean unpack(boolean withDatabase) throws IOException {
        Files.createDirectories(runtime);
        server();
        war();
        if (withDatabase) postgres();
        deleteUnused();
        return unpackedSomething;
    }

    Path server() throws IOException {
        return file("payara-micro.jar");
    }

    Path war() throws IOException {
        return file("millrace.war");
    }

    /** The directory with PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
    Path postgres() throws IOException {
        return unpacked("postgres.jar", "postgres", PostgresArchive::unpack);
    }

    private Path file(String name) throws IOException {
        return unpacked(name, name, Files::copy);
    }

    private Path unpacked(String entryName, String name, Unpacking unpacking) throws IOException {
        if (!Files.isRegularFile(jar))
            throw new CannotStart("Nothing to run is packed with these classes: build millrace.jar and start that.");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry("payload/" + entryName);
            if (entry == null) throw new CannotStart(jar + " is incomplete: it carries no " + entryName + ".");
            Path home = runtime.resolve(hash(entry));
            used.add(home);
            if (Files.notExists(home)) {
                Path incoming = runtime.resolve(home.getFileName() + ".incoming");
                DataDirectory.delete(incoming);
                Files.createDirectories(incoming);
                try (InputStream in = zip.getInputStream(entry)) {
                    unpacking.unpack(in, incoming.resolve(name));
                }
                DataDirectory.moveIntoPlace(incoming, home);
                unpackedSomething = true;
            }
            return home.resolve(name);
        }
    }

    /** The checksum is already in the jar's directory, so a start that unpacks nothing reads none of its 200 MB. */
    private static String hash(ZipEntry entry) {
        return String.format("%08x-%x", entry.getCrc(), entry.getSize());
    }

    private void deleteUnused() throws IOException {
        List<Path> old;
        try (Stream<Path> homes = Files.list(runtime)) {
            old = homes.filter(home -> !used.contains(home)).toList();
        }
        for (Path home : old) DataDirectory.delete(home);
    }

    /** How an entry becomes a file or a directory. */
    @FunctionalInterface
    interface Unpacking {
        void unpack(InputStream in, Path target) throws IOException;
    }
}
