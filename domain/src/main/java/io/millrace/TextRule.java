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
        if (min > 0 && isBlank(text)) return "must not be blank";
        // PostgreSQL stores no NUL, UTF-8 no half of a surrogate pair, and nobody sees the others.
        boolean clean = text.codePoints().allMatch(c -> isAllowed(c, multiline));
        if (!clean) return "must not contain control characters or broken Unicode";
        // One line is read in lists and subjects, where hidden characters make it look like another.
        return multiline || !isHiding(text) ? null : "must not contain invisible or direction-changing characters";
    }

    /** Whether nobody sees anything of it. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(TextRule::isUnseen);
    }

    /** Without the spaces of any kind before and after it, which nobody sees and nobody meant. */
    public static String stripped(String line) {
        int[] all = line.codePoints().toArray();
        int from = 0;
        int to = all.length;
        while (from < to && isSpace(all[from])) from++;
        while (to > from && isSpace(all[to - 1])) to--;
        return new String(all, from, to - from);
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c);
    }

    /** A space of any kind, or nothing at all. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT ->
                true;
            // letters by category that nobody sees: Hangul fillers, the blank of Braille, and the invisible joiner
            default ->
                Character.isWhitespace(c)
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x3164
                        || c == 0xFFA0
                        || c == 0x2800
                        || c == 0x034F;
        };
    }

    private static boolean isHiding(String text) {
        int[] all = text.codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            int c = all[i];
            boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            boolean hasNoWidth = c == 0x200B || c == 0x180E || c == 0xFEFF || (c >= 0x2060 && c <= 0x2064);
            if (turns || hasNoWidth || (isJoiner(c) && !isBetweenItsOwn(all, i))) return true;
        }
        return false;
    }

    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }

    /** Persian, Hindi and families of emoji are written with joiners; between Latin letters one only hides. */
    private static boolean isBetweenItsOwn(int[] all, int at) {
        return at > 0 && at < all.length - 1 && isJoined(all[at - 1]) && isJoined(all[at + 1]);
    }

    private static boolean isJoined(int c) {
        return c > 0x05FF && !isUnseen(c);
    }

    private static boolean isAllowed(int c, boolean multiline) {
        if (c == '\n' || c == '\r' || c == '\t') return multiline;
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }
}
