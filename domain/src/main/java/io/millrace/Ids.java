package io.millrace;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes the ids of everything: UUIDv7, so that rows made together lie together. */
public final class Ids {

    // From the wall clock even for a tenant on a test clock: ids must keep ascending, dates need not.
    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The same id for the same parts, so that making a thing twice makes it once. */
    public static UUID derived(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            name.append(part).append('\n');
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
