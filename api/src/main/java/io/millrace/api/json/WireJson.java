package io.millrace.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The one way our JSON is written and parsed: snake_case, absent instead of null, RFC 3339 instants. */
public final class WireJson {

    /** As long as a body may be: what is in the wrong place there is refused by its name, and not as unreadable. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(JsonBodyReader.LIMIT)
                    .maxNameLength(JsonBodyReader.LIMIT)
                    .build())
            // The JDK's own reader needs seconds for a million digits.
            .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(new WireNames()))
            .build();

    private static final int LONGEST_POINTER = 200;

    private WireJson() {}

    public static byte[] write(Object view) {
        try {
            return MAPPER.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a view of ours cannot be written: " + view.getClass(), e);
        }
    }

    /** @throws UnreadableBody saying where, without quoting what was sent */
    static JsonNode parse(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree == null || tree.isMissingNode()) throw UnreadableBody.missing();
            return tree;
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never, from memory; a malformed encoding may come here
        }
    }

    /** A field that is there twice is named; what else is wrong has no name yet. */
    private static UnreadableBody unreadable(JsonProcessingException e) {
        boolean isTwice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        if (!isTwice || !(e.getProcessor() instanceof JsonParser parser)) {
            return new UnreadableBody("The request body is not readable JSON" + where(e) + ".");
        }
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        String shown = pointer.length() <= LONGEST_POINTER ? pointer : pointer.substring(0, LONGEST_POINTER) + "…";
        return new UnreadableBody("The request body has a field twice" + where(e) + ".", shown);
    }

    private static String where(JsonProcessingException e) {
        if (e.getLocation() == null) return "";
        return " (line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + ")";
    }

    /** Every enum under its wire name. */
    private static final class WireNames extends StdSerializer<Enum<?>> {

        private static final long serialVersionUID = 1;

        WireNames() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeString(Names.value(value));
        }
    }
}
