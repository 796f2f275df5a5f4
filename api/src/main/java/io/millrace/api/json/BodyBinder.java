package io.millrace.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.Refusal.Finding;
import io.millrace.TextRule;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes a record of one JSON body, collecting everything that does not fit. */
public final class BodyBinder {

    /** After so many, more of them teach nobody anything. */
    private static final int MOST_FINDINGS = 100;

    /** Of a list, and of a free map. */
    public static final int MOST_ENTRIES = 100;

    private final List<Finding> findings = new ArrayList<>();

    private BodyBinder() {}

    /**
     * Binds all of it or nothing.
     *
     * @throws UnreadableBody when it is no JSON
     * @throws InvalidBody with every finding when it does not fit
     */
    public static <T> T bind(byte[] body, Class<T> type) {
        JsonNode tree = WireJson.parse(body);
        BodyBinder binder = new BodyBinder();
        Object bound = binder.record(tree, type, "");
        if (bound == null || !binder.findings.isEmpty()) throw new InvalidBody(binder.findings);
        return type.cast(bound);
    }

    private @Nullable Object record(JsonNode node, Class<?> type, String at) {
        if (!node.isObject()) return wrong(at, "must be an object");
        int before = findings.size();
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(node, components, at);
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(node, components[i], type, at);
        }
        return findings.size() > before ? null : construct(type, components, values);
    }

    private void refuseUnknown(JsonNode node, RecordComponent[] components, String at) {
        List<String> known =
                Arrays.stream(components).map(c -> Names.field(c.getName())).toList();
        node.properties().forEach(property -> {
            String name = property.getKey();
            if (!known.contains(name)) wrong(pointer(at, name), "is not known here; " + only(known));
        });
    }

    private static String only(List<String> known) {
        return known.isEmpty() ? "nothing is" : "known are " + String.join(", ", known);
    }

    private @Nullable Object component(JsonNode parent, RecordComponent component, Class<?> owner, String at) {
        String name = Names.field(component.getName());
        JsonNode node = parent.get(name);
        String here = pointer(at, name);
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (node == null) return optional ? null : wrong(here, "is missing");
        if (node.isNull()) {
            return optional && !owner.isAnnotationPresent(MergePatch.class) ? null : wrong(here, "must not be null");
        }
        if (component.getGenericType() == String.class) return text(node, component.getAnnotation(Text.class), here);
        if (component.getType() == Long.class) return number(node, component, here);
        return value(node, component.getGenericType(), here);
    }

    private @Nullable Object value(JsonNode node, Type type, String at) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? scalars(node, at)
                    : list(node, generic.getActualTypeArguments()[0], at);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) return record(node, plain, at);
        if (plain.isEnum()) return constant(node, plain, at);
        if (plain == UUID.class) return uuid(node, at);
        if (plain == Boolean.class) return node.isBoolean() ? node.booleanValue() : wrong(at, "must be true or false");
        if (plain == Currency.class) return currency(node, at);
        throw new IllegalStateException("wire records cannot have components of " + type);
    }

    private @Nullable Object text(JsonNode node, Text limits, String at) {
        if (!node.isTextual()) return wrong(at, "must be a string");
        String text = node.textValue();
        String flaw = TextRule.flaw(text, limits.min(), limits.max(), limits.multiline());
        return flaw == null ? text : wrong(at, flaw);
    }

    private @Nullable Object number(JsonNode node, RecordComponent component, String at) {
        if (!node.isIntegralNumber()) return wrong(at, "must be a whole number");
        OneOf oneOf = component.getAnnotation(OneOf.class);
        return oneOf == null
                ? within(node, component.getAnnotation(Between.class), at)
                : among(node, oneOf.value(), at);
    }

    private @Nullable Object among(JsonNode node, long[] allowed, String at) {
        if (node.canConvertToLong() && LongStream.of(allowed).anyMatch(a -> a == node.longValue())) {
            return node.longValue();
        }
        String all = LongStream.of(allowed).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return wrong(at, "must be one of " + all);
    }

    private @Nullable Object within(JsonNode node, Between limits, String at) {
        if (!node.canConvertToLong() || node.longValue() < limits.min() || node.longValue() > limits.max()) {
            return wrong(at, "must be between " + limits.min() + " and " + limits.max());
        }
        return node.longValue();
    }

    private @Nullable Object constant(JsonNode node, Class<?> type, String at) {
        List<String> allowed = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = Names.value((Enum<?>) constant);
            if (node.isTextual() && name.equals(node.textValue())) return constant;
            allowed.add(name);
        }
        return wrong(at, "must be " + (allowed.size() == 1 ? "" : "one of ") + String.join(", ", allowed));
    }

    private @Nullable Object uuid(JsonNode node, String at) {
        // Java's own parser takes "1-1-1-1-1" too.
        if (!node.isTextual() || !TextRule.isUuid(node.textValue())) return wrong(at, "must be a UUID");
        return UUID.fromString(node.textValue());
    }

    private @Nullable Object currency(JsonNode node, String at) {
        try {
            if (node.isTextual()) return Currency.getInstance(node.textValue());
        } catch (IllegalArgumentException unknown) {
            // said below
        }
        return wrong(at, "must be an ISO 4217 currency code, such as EUR");
    }

    private @Nullable Object list(JsonNode node, Type element, String at) {
        if (!node.isArray()) return wrong(at, "must be an array");
        if (node.size() > MOST_ENTRIES) return wrong(at, "must not have more than " + MOST_ENTRIES + " entries");
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object value = value(node.get(i), element, at + "/" + i);
            if (value != null) values.add(value);
        }
        return values;
    }

    /** A free map of plain values, checked further by whoever knows what is wanted. */
    private @Nullable Object scalars(JsonNode node, String at) {
        if (!node.isObject()) return wrong(at, "must be an object");
        if (node.size() > MOST_ENTRIES) return wrong(at, "must not have more than " + MOST_ENTRIES + " entries");
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(field ->
                        values.put(field.getKey(), scalar(field.getValue(), pointer(at, field.getKey()))));
        return values;
    }

    private @Nullable Object scalar(JsonNode node, String at) {
        if (node.isNull()) return null;
        if (node.isBoolean()) return node.booleanValue();
        if (node.isIntegralNumber() && node.canConvertToLong()) return node.longValue();
        if (node.isFloatingPointNumber() && Double.isFinite(node.doubleValue())) return node.doubleValue();
        if (!node.isTextual()) return wrong(at, "must be a string, a number, true, false or null");
        String flaw = TextRule.flaw(node.textValue(), 0, TextRule.LONGEST, true);
        return flaw == null ? node.textValue() : wrong(at, flaw);
    }

    private static Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("wire records have no constructor of their own: " + type, e);
        }
    }

    /** Notes what is wrong; the answer is always null, for the place where a value would be. */
    private @Nullable Object wrong(String pointer, String detail) {
        if (findings.size() < MOST_FINDINGS) findings.add(new Finding(pointer, detail));
        return null;
    }

    private static String pointer(String at, String name) {
        String shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
        return at + "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
