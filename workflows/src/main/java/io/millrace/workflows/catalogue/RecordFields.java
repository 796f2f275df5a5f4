package io.millrace.workflows.catalogue;

import io.millrace.Words;
import io.millrace.catalogue.CatalogueField;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Describes the components of a record, as which something is read or written. */
public final class RecordFields {

    private static final Map<Class<?>, CatalogueField.Type> TYPES = Map.ofEntries(
            Map.entry(UUID.class, CatalogueField.Type.ID),
            Map.entry(String.class, CatalogueField.Type.TEXT),
            Map.entry(Instant.class, CatalogueField.Type.INSTANT),
            Map.entry(List.class, CatalogueField.Type.LIST),
            Map.entry(Map.class, CatalogueField.Type.DATA),
            Map.entry(boolean.class, CatalogueField.Type.BOOLEAN),
            Map.entry(Boolean.class, CatalogueField.Type.BOOLEAN),
            Map.entry(int.class, CatalogueField.Type.NUMBER),
            Map.entry(long.class, CatalogueField.Type.NUMBER),
            Map.entry(Long.class, CatalogueField.Type.NUMBER));

    private RecordFields() {}

    /** @param naming what a component's name becomes */
    public static List<CatalogueField> of(Class<? extends Record> described, UnaryOperator<String> naming) {
        return Arrays.stream(described.getRecordComponents())
                .map(component -> field(component, naming))
                .toList();
    }

    private static CatalogueField field(RecordComponent component, UnaryOperator<String> naming) {
        return new CatalogueField(
                naming.apply(component.getName()),
                Objects.requireNonNull(TYPES.get(component.getType()), component::toString),
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                Objects.requireNonNull(component.getAnnotation(Words.class), component::toString)
                        .value());
    }
}
