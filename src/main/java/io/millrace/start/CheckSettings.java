package io.millrace.start;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the settings, each in one sentence, before anything has used them. */
public final class CheckSettings {

    private static final String CLEANUP = "MILLRACE_ENGINE_HISTORY_CLEANUP_";

    private static final int A_SLIP_OF_THE_HAND = 3;

    /** Kubernetes and Docker tell about services called millrace or millrace-something in the same environment. */
    private static final Pattern ABOUT_A_SERVICE = Pattern.compile(
            "MILLRACE_(\\w+_)?"
                    + "(SERVICE_HOST|SERVICE_PORT(_\\w+)?|(PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?))=.*|MILLRACE_(\\w+_)?PORT=(tcp|udp)://.*");

    private final Map<String, String> given;
    private final List<String> findings = new ArrayList<>();

    private CheckSettings(Map<String, String> given) {
        this.given = new TreeMap<>(given);
    }

    /**
     * For the launcher, which brings a database if none is named.
     *
     * @param given by the names of environment variables; blank ones left out
     */
    public static List<String> beforeLaunch(Map<String, String> given) {
        CheckSettings check = new CheckSettings(given);
        check.values();
        KnownSettings.NEEDED.stream()
                .filter(name -> name.startsWith("MILLRACE_DATABASE_") && given.containsKey(name))
                .findFirst()
                .ifPresent(one -> check.needed(one + " is set: please set also "));
        return check.findings;
    }

    /** For the server, however it was started. */
    public static List<String> atBoot(Map<String, String> given) {
        CheckSettings check = new CheckSettings(given);
        check.values();
        check.needed("There is no default for these: please set ");
        return check.findings;
    }

    /** {@code millrace.http.port} and {@code millrace.http-port} both mean {@code MILLRACE_HTTP_PORT}. */
    public static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private void values() {
        given.forEach(this::value);
        KnownSettings.PAIRS.forEach((one, other) -> {
            if (given.containsKey(one) && !given.containsKey(other))
                findings.add(one + " is set: please set also " + other + ".");
        });
        cleanup();
    }

    private void cleanup() {
        String start = given.getOrDefault(CLEANUP + "START", "01:00");
        String end = given.getOrDefault(CLEANUP + "END", "05:00");
        if (start.equals(end))
            findings.add(CLEANUP + "START and " + CLEANUP + "END are both " + start
                    + ": old history is forgotten from one time of day to another.");
    }

    private void value(String name, String value) {
        Kind kind = kind(name);
        if (kind == null) {
            if (ABOUT_A_SERVICE.matcher(name + "=" + value).matches()) return;
            String hint = nearest(name).map(near -> "; is " + near + " meant?").orElse(".");
            findings.add(name + " is no setting of Millrace" + hint);
        } else if (!kind.fits().test(value)) {
            findings.add(name + " " + kind.must() + (kind.secret() ? "." : ", not \"" + value + "\"."));
        }
    }

    private void needed(String please) {
        String missing = KnownSettings.NEEDED.stream()
                .filter(name -> !given.containsKey(name))
                .collect(joining(", "));
        if (!missing.isEmpty()) findings.add(please + missing + ".");
    }

    private static @Nullable Kind kind(String name) {
        Kind kind = KnownSettings.SERVER.get(name);
        return kind == null ? KnownSettings.LAUNCHER.get(name) : kind;
    }

    private static Optional<String> nearest(String name) {
        return Stream.concat(KnownSettings.SERVER.keySet().stream(), KnownSettings.LAUNCHER.keySet().stream())
                .filter(known -> slips(name, known) <= A_SLIP_OF_THE_HAND)
                .min(Comparator.<String>comparingInt(known -> slips(name, known))
                        .thenComparing(known -> known));
    }

    /** How many letters were lost, added or mistaken (Levenshtein's distance). */
    private static int slips(String typed, String meant) {
        int[] row = new int[meant.length() + 1];
        for (int m = 0; m < row.length; m++) row[m] = m;
        for (int t = 1; t <= typed.length(); t++) {
            int diagonal = row[0];
            row[0] = t;
            for (int m = 1; m < row.length; m++) {
                int mistaken = diagonal + (typed.charAt(t - 1) == meant.charAt(m - 1) ? 0 : 1);
                diagonal = row[m];
                row[m] = Math.min(mistaken, Math.min(row[m], row[m - 1]) + 1);
            }
        }
        return row[meant.length()];
    }
}
