package io.millrace.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an entry takes or gives.
 *
 * @param allowed the values to choose from; empty where anything of the type is fine
 * @param maxLength in characters; null where it says nothing
 */
public record CatalogueField(
        String name,
        Type type,
        boolean required,
        String description,
        List<String> allowed,
        @Nullable Integer maxLength) {

    /** What values it has. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        ID,
        INSTANT,
        LIST,
        /** A map of values, or of some of the other types. */
        DATA
    }

    public CatalogueField(String name, Type type, boolean required, String description) {
        this(name, type, required, description, List.of(), null);
    }
}
