package io.millrace.workflows.process;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which formulas a decision of an analyst may hold: variables, values, ranges, comparisons, and functions that only
 * compute and do so in no time. No function of one's own and none of Java's, no loops, no powers, no patterns: the
 * engine has no limit of its own for what they cost.
 */
final class SafeFeel {

    static final int LONGEST = 2_000;

    /** The engine's parser goes down into each bracket, on the caller's stack. */
    static final int DEEPEST = 50;

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern TOKEN = Pattern.compile("\\s+|(?<text>" + TEXT + ")"
            + "|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<sign>\\.\\.|<=|>=|!=|[-<>=+/.,()\\[\\]]|\\*(?!\\*))");

    /** Loops, and functions of one's own. */
    private static final Set<String> NEVER =
            Set.of("for", "some", "every", "satisfies", "return", "function", "external", "instance", "java");

    /** May stand before a parenthesis without being called. */
    private static final Set<String> WORDS = Set.of("and", "or", "in", "if", "then", "else", "between", "not", "-");

    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "ceiling",
            "contains",
            "count",
            "date",
            "date and time",
            "day of week",
            "decimal",
            "duration",
            "ends with",
            "even",
            "floor",
            "is defined",
            "list contains",
            "lower case",
            "max",
            "mean",
            "min",
            "modulo",
            "month of year",
            "not",
            "now",
            "number",
            "odd",
            "round down",
            "round half down",
            "round half up",
            "round up",
            "starts with",
            "string",
            "string length",
            "substring",
            "sum",
            "time",
            "today",
            "upper case",
            "years and months duration");

    /** Of "date and time(" no date is left over. */
    private static final List<String> LONGEST_FIRST = FUNCTIONS.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private SafeFeel() {}

    /** @return what is wrong with it, as the end of a sentence; empty when nothing is */
    static Optional<String> flaw(String formula) {
        if (formula.length() > LONGEST) return Optional.of("is longer than " + LONGEST + " characters");
        if (isDeep(formula)) return Optional.of("has more than " + DEEPEST + " brackets inside each other");
        Matcher token = TOKEN.matcher(formula);
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < formula.length()) {
            if (!token.find(at) || token.start() != at) {
                return Optional.of("has \"" + formula.charAt(at) + "\", which means nothing here");
            }
            Optional<String> flaw = take(token, words);
            if (flaw.isPresent()) return flaw;
            at = token.end();
        }
        return Optional.empty();
    }

    /** A square bracket may open a list or begin or end a range, so none of them is taken for a closing one. */
    private static boolean isDeep(String formula) {
        int open = 0;
        for (char sign : TEXT.matcher(formula).replaceAll("").toCharArray()) {
            if (sign == '(' || sign == '[') open++;
            if (sign == ')') open--;
            if (open > DEEPEST) return true;
        }
        return false;
    }

    /** @param words the words directly before, which may be the name of a function */
    private static Optional<String> take(Matcher token, StringBuilder words) {
        String word = token.group("word");
        if (word != null) {
            if (NEVER.contains(word.toLowerCase(Locale.ROOT))) return Optional.of("uses \"" + word + "\"");
            words.append(words.isEmpty() ? "" : " ").append(word);
            return Optional.empty();
        }
        if (token.group().isBlank()) return Optional.empty();
        String before = words.toString();
        words.setLength(0);
        if (!"(".equals(token.group("sign"))) return Optional.empty();
        return isCallable(before) ? Optional.empty() : Optional.of("calls \"" + before + "\"");
    }

    /** What it looks at: each word that is neither the language's nor a function's. */
    static List<String> variables(String formula) {
        String bare = TEXT.matcher(formula).replaceAll(" ").replaceAll("\\.\\s*[\\p{L}_]\\w*", " ");
        for (String function : LONGEST_FIRST) bare = bare.replaceAll("\\b" + function + "\\s*\\(", " (");
        return WORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(word -> !LITERALS.contains(word) && !WORDS.contains(word))
                .distinct()
                .toList();
    }

    private static boolean isCallable(String before) {
        if (before.isEmpty() || FUNCTIONS.contains(before)) return true;
        String last = before.substring(before.lastIndexOf(' ') + 1);
        if (WORDS.contains(last)) return true;
        // "x and abs(": what comes behind a word of the language is a name by itself.
        return WORDS.stream().anyMatch(word -> {
            int behind = before.lastIndexOf(word + " ");
            boolean whole = behind == 0 || (behind > 0 && before.charAt(behind - 1) == ' ');
            return whole && FUNCTIONS.contains(before.substring(behind + word.length() + 1));
        });
    }
}
