package io.millrace.jobs.demo;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the web addresses in a text that was written for people. */
final class Links {

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"'`{}|\\\\^]+");

    private Links() {}

    /** Each once, in the order of the text. */
    static List<String> in(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Links::withoutPunctuation)
                .distinct()
                .toList();
    }

    /** The full stop after an address ends the sentence; a bracket belongs to it only if it was opened in it. */
    private static String withoutPunctuation(String address) {
        String trimmed = address.replaceFirst("[.,;:!?*\\]]+$", "");
        boolean closesNothing = trimmed.endsWith(")") && !trimmed.contains("(");
        if (closesNothing) return withoutPunctuation(trimmed.substring(0, trimmed.length() - 1));
        return trimmed;
    }
}
