package io.millrace;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;

/** Writes and reads the JSON that we keep ourselves: event data and message models, in snake_case. */
public final class Json {

    // Lazily, because the provider comes from the server and unit tests of pure rules have none.
    private static final class Holder {
        static final Jsonb JSONB = JsonbBuilder.create(
                new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));
    }

    private Json() {}

    public static String write(Object value) {
        return Holder.JSONB.toJson(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return Holder.JSONB.fromJson(json, type);
    }
}
