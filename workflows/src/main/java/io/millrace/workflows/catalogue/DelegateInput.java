package io.millrace.workflows.catalogue;

import io.millrace.Words;
import io.millrace.catalogue.CatalogueField;
import io.millrace.catalogue.UnfitInput;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One input parameter of a delegate. */
public record DelegateInput(String name, Class<?> type, boolean required, InputRule rule, String words) {

    static List<DelegateInput> of(Class<? extends Record> taken) {
        return Arrays.stream(taken.getRecordComponents()).map(DelegateInput::of).toList();
    }

    private static DelegateInput of(RecordComponent component) {
        return new DelegateInput(
                component.getName(),
                component.getType(),
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                Objects.requireNonNull(component.getAnnotation(Takes.class), component::toString)
                        .value(),
                Objects.requireNonNull(component.getAnnotation(Words.class), component::toString)
                        .value());
    }

    CatalogueField field() {
        return new CatalogueField(name, rule.type(), required, words, List.of(), rule.maxLength());
    }

    /** What is wrong with a text in the model, as the end of a sentence; a blank one counts as none. */
    public Optional<String> flaw(String literal) {
        if (literal.isBlank()) return required ? Optional.of("is missing") : Optional.empty();
        return rule.flaw(literal.strip());
    }

    /** Tables and expressions make whole numbers of the other kind. */
    private static String text(Object value) {
        boolean isWhole = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
        return isWhole ? String.valueOf(((Double) value).longValue()) : value.toString();
    }

    /** @throws UnfitInput when it is missing or cannot be taken */
    @Nullable
    Object read(@Nullable Object given) {
        Object value = given instanceof String text && text.isBlank() ? null : given;
        if (value == null) {
            if (required) throw new UnfitInput(name, "is missing");
            return null;
        }
        if (type == Object.class && !(value instanceof String)) return value;
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean))
            throw new UnfitInput(name, "must be a plain value");
        String text = text(value).strip();
        rule.flaw(text).ifPresent(flaw -> {
            throw new UnfitInput(name, flaw);
        });
        return type == Long.class ? (Object) Long.valueOf(text) : text;
    }
}
