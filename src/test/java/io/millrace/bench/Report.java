package io.millrace.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows as a table for people and as JSON for programs. */
final class Report {

    private static final String LINE = "%-24s %-14s %10s %-4s %10s  %7s  %s%n";

    private final List<Row> rows = new ArrayList<>();
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
        out.printf(LINE, "work", "size", "value", "unit", "baseline", "ratio", "against (better is)");
    }

    /** Shows them at once, because the next ones take minutes. */
    void add(List<Row> measured) {
        rows.addAll(measured);
        for (Row row : measured) {
            out.printf(
                    LINE,
                    row.work(),
                    row.size(),
                    figure(row.value()),
                    row.unit(),
                    figure(row.baselineValue()),
                    figure(row.ratio()),
                    "%s (%s)".formatted(row.baseline(), row.better().word()));
        }
    }

    private static String figure(double value) {
        if (!Double.isFinite(value)) return "-";
        return String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.2f", value);
    }

    void write(Path file) {
        try {
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(file.toFile(), rows.stream().map(Row::json).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
