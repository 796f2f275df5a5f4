package io.millrace.api.openapi;

import io.millrace.api.json.Alternative;
import io.millrace.api.json.Between;
import io.millrace.api.json.BodyBinder;
import io.millrace.api.json.MergePatch;
import io.millrace.api.json.Names;
import io.millrace.api.json.OneOf;
import io.millrace.api.json.Text;
import io.millrace.api.multipart.UploadedFile;
import io.millrace.api.page.PageView;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Schemas of the wire records and their components; records are described once and referred to. */
final class Schemas {

    private final Map<String, Schema> named = new TreeMap<>();

    Map<String, Schema> named() {
        return named;
    }

    /** As a request may carry it: nothing that is not described, lists of a bounded length, null for absent. */
    Schema ofBody(Class<?> body) {
        Schema reference = of(body);
        bound(body);
        return reference;
    }

    private void bound(Class<?> body) {
        Schema schema = Objects.requireNonNull(named.get(body.getSimpleName())).additionalPropertiesBoolean(false);
        Alternative[] alternatives = body.getAnnotationsByType(Alternative.class);
        for (Alternative alternative : alternatives) {
            List<String> fields = List.of(alternative.value());
            schema.addOneOf(OASFactory.createSchema().required(fields).maxProperties(fields.size()));
        }
        boolean nullIsAbsent = alternatives.length == 0 && !body.isAnnotationPresent(MergePatch.class);
        for (RecordComponent component : body.getRecordComponents()) {
            Schema property = Objects.requireNonNull(schema.getProperties().get(Names.field(component.getName())));
            if (component.getType().isRecord()) bound(component.getType());
            if (component.getType() == List.class) property.maxItems(BodyBinder.MOST_ENTRIES);
            if (component.getType() == Map.class) property.maxProperties(BodyBinder.MOST_ENTRIES);
            if (isOptional(component) && nullIsAbsent) property.nullable(true);
        }
    }

    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) return generic(generic);
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) return ofType(SchemaType.ARRAY).items(of(plain.getComponentType()));
        if (plain == Map.class) return ofType(SchemaType.OBJECT).additionalPropertiesBoolean(true);
        if (plain.isRecord()) return record(plain);
        if (plain.isEnum()) return constants(plain);
        if (plain == UUID.class) return text().format("uuid");
        if (plain == Instant.class) return text().format("date-time");
        if (plain == UploadedFile.class) return text().format("binary");
        if (plain == Currency.class) return text().pattern("^[A-Z]{3}$").description("ISO 4217");
        if (plain == String.class) return text();
        if (plain == Boolean.class || plain == boolean.class) return ofType(SchemaType.BOOLEAN);
        if (plain == Long.class || plain == long.class || plain == int.class || plain == Integer.class) {
            return ofType(SchemaType.INTEGER).format("int64");
        }
        throw new IllegalStateException("no schema is known for " + type);
    }

    private Schema generic(ParameterizedType type) {
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == PageView.class) return page((Class<?>) last);
        if (type.getRawType() == Map.class) return ofType(SchemaType.OBJECT).additionalPropertiesBoolean(true);
        return ofType(SchemaType.ARRAY).items(of(last));
    }

    private Schema page(Class<?> item) {
        String name = item.getSimpleName().replaceFirst("View$", "") + "Page";
        named.put(
                name,
                ofType(SchemaType.OBJECT)
                        .addProperty("items", ofType(SchemaType.ARRAY).items(of(item)))
                        .addProperty("next_cursor", text().nullable(true).description("null on the last page"))
                        .required(List.of("items", "next_cursor")));
        return ref(name);
    }

    private Schema record(Class<?> type) {
        String name = type.getSimpleName();
        if (named.containsKey(name)) return ref(name);
        Schema schema = ofType(SchemaType.OBJECT);
        named.put(name, schema);
        for (RecordComponent component : type.getRecordComponents()) {
            String field = Names.field(component.getName());
            schema.addProperty(field, bounded(of(component.getGenericType()), component));
            if (!isOptional(component)) schema.addRequired(field);
        }
        return ref(name);
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema bounded(Schema schema, RecordComponent component) {
        Text text = component.getAnnotation(Text.class);
        if (text != null) schema.minLength(text.min()).maxLength(text.max());
        OneOf oneOf = component.getAnnotation(OneOf.class);
        if (oneOf != null) return oneOf(oneOf);
        Between between = component.getAnnotation(Between.class);
        return between == null ? schema : between(between);
    }

    private static Schema oneOf(OneOf allowed) {
        return ofType(SchemaType.INTEGER)
                .format("int64")
                .enumeration(LongStream.of(allowed.value())
                        .<Object>mapToObj(Long::valueOf)
                        .toList());
    }

    static Schema between(Between range) {
        return ofType(SchemaType.INTEGER)
                .format("int64")
                .minimum(BigDecimal.valueOf(range.min()))
                .maximum(BigDecimal.valueOf(range.max()));
    }

    private static Schema constants(Class<?> type) {
        List<Object> names = Arrays.stream(type.getEnumConstants())
                .<Object>map(constant -> Names.value((Enum<?>) constant))
                .toList();
        return text().enumeration(names);
    }

    static Schema text() {
        return ofType(SchemaType.STRING);
    }

    private static Schema ofType(SchemaType type) {
        return OASFactory.createSchema().type(type);
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
