package io.millrace.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside the one it is compared with.
 *
 * @param size of what, in words: "100 approvals"
 * @param better which way is forward
 */
record Row(String work, String size, double value, String unit, String baseline, double baselineValue, Better better) {

    /** A direction, as its name says it. */
    enum Better {
        HIGHER,
        LOWER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No finite number beside a baseline of nothing. */
    double ratio() {
        return value / baselineValue;
    }

    /** As the report's readers know it. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("work", work);
        json.put("size", size);
        json.put("value", value);
        json.put("unit", unit);
        json.put("baseline", baseline);
        json.put("baseline_value", baselineValue);
        json.put("ratio", Double.isFinite(ratio()) ? ratio() : null);
        json.put("better", better.word());
        return json;
    }
}
