package io.millrace.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** What the embedded database and the key need to be kept secret with: made once, readable by its owner only. */
record Secrets(String ownerPassword, String applicationPassword, String masterKey) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets of(DataDirectory data) throws IOException {
        if (Files.notExists(data.secrets())) make(data);
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(data.secrets())) {
            kept.load(reader);
        }
        return new Secrets(
                require(kept, "database.owner.password", data),
                require(kept, "database.password", data),
                require(kept, "master.key", data));
    }

    private static void make(DataDirectory data) throws IOException {
        if (Files.exists(data.database()))
            throw new CannotStart("The database in " + data.database() + " cannot be opened, because "
                    + data.secrets().getFileName() + " is missing beside it: put that file back.");
        Properties made = new Properties();
        made.setProperty("database.owner.password", randomWord(24));
        made.setProperty("database.password", randomWord(24));
        made.setProperty("master.key", Base64.getEncoder().encodeToString(random(32)));
        Path temporary = Files.createTempFile(data.root(), "secrets", ".new", data.only("rw-------"));
        try (Writer writer = Files.newBufferedWriter(temporary)) {
            made.store(
                    writer, "Millrace made these on its first start. Who loses them loses the database beside them.");
        }
        DataDirectory.moveIntoPlace(temporary, data.secrets());
    }

    private static String require(Properties kept, String name, DataDirectory data) {
        String value = kept.getProperty(name);
        if (value == null) throw new CannotStart("There is no " + name + " in " + data.secrets() + ".");
        return value;
    }

    /** Letters and digits only, so that it needs no quoting in SQL or in a URL. */
    static String randomWord(int bytes) {
        return HexFormat.of().formatHex(random(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
