package io.millrace.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The published PostgreSQL binaries: a jar with one {@code .txz} for one operating system and processor. */
final class PostgresArchive {

    private static final int EXECUTABLE = 0100;

    private PostgresArchive() {}

    static void unpack(InputStream jar, Path home) throws IOException {
        String wanted = fileName(System.getProperty("os.name"), System.getProperty("os.arch"));
        String found = "";
        ZipInputStream zip = new ZipInputStream(jar);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(wanted)) {
                unpackTar(new TarArchiveInputStream(new XZInputStream(zip)), home);
                return;
            }
            if (entry.getName().endsWith(".txz")) found = entry.getName();
        }
        throw new CannotStart("This millrace.jar carries " + found + ", but this machine needs " + wanted
                + ": build the jar on this kind of machine, or give it a database with MILLRACE_DATABASE_URL.");
    }

    static String fileName(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String family = name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        return "postgres-" + family + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpackTar(TarArchiveInputStream tar, Path home) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = home.resolve(entry.getName()).normalize();
            if (!target.startsWith(home)) throw new IOException(entry.getName() + " points out of its archive");
            Files.createDirectories(entry.isDirectory() ? target : target.getParent());
            if (entry.isSymbolicLink()) Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            else if (!entry.isDirectory()) unpackFile(tar, (entry.getMode() & EXECUTABLE) != 0, target);
        }
    }

    private static void unpackFile(InputStream content, boolean executable, Path target) throws IOException {
        Files.copy(content, target);
        if (executable && !target.toFile().setExecutable(true, false))
            throw new IOException(target + " cannot be made executable");
    }
}
