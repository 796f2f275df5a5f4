package io.millrace;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first, and where the next one starts.
 *
 * @param next the id after which (exclusively) the next page begins; null on the last page
 */
public record Page<T>(List<T> items, @Nullable UUID next) {

    /** @param rows up to {@code limit + 1} rows; the extra one only says that there are more */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> id) {
        if (rows.size() <= limit) return new Page<>(List.copyOf(rows), null);
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, id.apply(items.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
