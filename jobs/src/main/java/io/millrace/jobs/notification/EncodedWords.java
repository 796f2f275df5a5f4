package io.millrace.jobs.notification;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Text of people's own in a header, as RFC 2047 has it. What already looks encoded is encoded too: the mail library
 * leaves ASCII as it is, and a reader would decode what somebody hid in it.
 */
final class EncodedWords {

    private static final String MARK = "=?";
    /** A word has 75 characters at most, 12 of which say what it is. */
    private static final int BYTES_PER_WORD = 45;

    private EncodedWords() {}

    static boolean areFakedIn(String text) {
        return text.contains(MARK);
    }

    static String of(String text) throws UnsupportedEncodingException {
        return areFakedIn(text) ? inBase64(text) : MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null);
    }

    /** Each word is whole characters, as the standard wants it. */
    static String inBase64(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int length = 0;
        for (int character : text.codePoints().toArray()) {
            int bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > BYTES_PER_WORD) {
                words.add(word(word));
                word.setLength(0);
                length = 0;
            }
            word.appendCodePoint(character);
            length += bytes;
        }
        words.add(word(word));
        return String.join(" ", words);
    }

    private static String word(StringBuilder text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
