package io.millrace.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** {@code ./mvnw -Pbench}: does all works, or the one that {@code -Dbench} names, and reports. */
public final class Bench {

    private static final List<Work> WORKS =
            List.of(new StartWork(), new LatencyWork(), new WakeWork(), new StepsWork(), new ApprovalsWork());

    /** Kept, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger ENGINE = Logger.getLogger("org.camunda");

    private Bench() {}

    /** Ends the JVM by itself: the database and the engine keep threads that would go on. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        ENGINE.setLevel(Level.SEVERE); // two nodes of it complain about each other
        try {
            System.exit(run(System.getProperty("bench", "")));
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static int run(String wanted) {
        List<Work> works = WORKS.stream()
                .filter(work -> wanted.isEmpty() || work.name().equals(wanted))
                .toList();
        if (works.isEmpty()) {
            System.err.printf("There is no work \"%s\" to measure; there are: %s.%n", wanted, names());
            return 2;
        }
        Path file = Path.of(System.getProperty("millrace.bench.report"));
        Report report = new Report(System.out);
        works.forEach(work -> report.add(work.measure()));
        report.write(file);
        System.out.println("Written to " + file);
        return 0;
    }

    private static String names() {
        return WORKS.stream().map(Work::name).collect(Collectors.joining(", "));
    }
}
