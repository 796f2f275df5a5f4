package io.millrace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text may hold, through whichever door it comes. */
public final class TextRule {

    /** Of reasons, comments and everything else that people write at length. */
    public static final int LONGEST = 4000;

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private TextRule() {}

    /** What is wrong with it; null when nothing is. Lengths count characters, not UTF-16 units. */
    public static @Nullable String flaw(String text, int min, int max, boolean multiline) {
        int length = text.codePointCount(0, text.length());
        if (length > max) return "must not be longer than " + max + " characters";
        if (length < min) return min == 1 ? "must not be empty" : "must have at least " + min + " characters";
        if (min > 0 && text.isBlank()) return "must not be blank";
        // PostgreSQL stores no NUL, UTF-8 no half of a surrogate pair, and nobody sees the others.
        boolean clean = text.codePoints().allMatch(c -> isAllowed(c, multiline));
        return clean ? null : "must not contain control characters or broken Unicode";
    }

    private static boolean isAllowed(int c, boolean multiline) {
        if (c == '\n' || c == '\r' || c == '\t') return multiline;
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }
}
