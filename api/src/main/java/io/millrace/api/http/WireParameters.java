package io.millrace.api.http;

import io.millrace.TextRule;
import io.millrace.api.json.Names;
import io.millrace.api.problem.BadParameter;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads ids, enums and booleans from paths and queries as strictly as from bodies. */
@Provider
public class WireParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == UUID.class)
            return (ParamConverter<T>) new Strict<>(List.of(annotations), WireParameters::uuid, "must be a UUID");
        if (type == Boolean.class) {
            return (ParamConverter<T>)
                    new Strict<>(List.of(annotations), WireParameters::bool, "must be true or false");
        }
        if (!type.isEnum()) return null;
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(c -> Names.value((Enum<?>) c))
                .collect(Collectors.joining(", "));
        return new Strict<>(List.of(annotations), text -> constant(type, text), "must be one of " + allowed);
    }

    private static Optional<UUID> uuid(String text) {
        return TextRule.isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static Optional<Boolean> bool(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    private static <T> Optional<T> constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> Names.value((Enum<?>) c).equals(text))
                .findFirst();
    }

    /** In a query a wrong value is the caller's mistake; in a path it names something that does not exist. */
    private record Strict<T>(List<Annotation> annotations, Function<String, Optional<T>> read, String flaw)
            implements ParamConverter<T> {

        /** Jersey asks for an absent parameter too. */
        @Override
        public @Nullable T fromString(@Nullable String text) {
            return text == null ? null : read.apply(text).orElseThrow(this::refusal);
        }

        private RuntimeException refusal() {
            return annotations.stream()
                    .filter(QueryParam.class::isInstance)
                    .map(a -> ((QueryParam) a).value())
                    .findFirst()
                    .<RuntimeException>map(name -> new BadParameter(name, flaw))
                    .orElseGet(NotFoundException::new);
        }

        @Override
        public String toString(T value) {
            return value instanceof Enum<?> constant ? Names.value(constant) : value.toString();
        }
    }
}
