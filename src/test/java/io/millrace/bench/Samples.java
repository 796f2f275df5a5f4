package io.millrace.bench;

import java.util.Collection;

/** Durations in milliseconds, asked for their quantiles. */
final class Samples {

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(Collection<Double> millis) {
        return new Samples(
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** The smallest sample that {@code percent} of all do not exceed; among few samples p99 is the largest. */
    double quantile(int percent) {
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }
}
