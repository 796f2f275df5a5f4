package io.millrace.boot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether a request's path, as it was sent, can be turned into the name of a place. */
final class ReadableAddress {

    private static final int HEX = 16;

    private ReadableAddress() {}

    static boolean is(String path) {
        if (path.indexOf('%') < 0) return isPlain(path);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            int next = path.charAt(i);
            if (next == '%') {
                next = escaped(path, i + 1);
                i += 2;
            } else if (next > 127) {
                next = '?'; // sent as it is, which breaks a rule and harms nobody
            }
            if (next < 0) return false;
            bytes.write(next);
        }
        return isText(bytes.toByteArray()) && isPlain(bytes.toString(StandardCharsets.UTF_8));
    }

    /** @return -1 when there are no two hexadecimal digits */
    private static int escaped(String path, int at) {
        if (at + 2 > path.length()) return -1;
        int high = Character.digit(path.charAt(at), HEX);
        int low = Character.digit(path.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    /** The server refuses the rest too, without a word: what ends or parts names elsewhere, or leads outside. */
    private static boolean isPlain(String path) {
        return path.indexOf(0) < 0 && path.indexOf('\\') < 0 && (!path.contains("..") || staysInside(path));
    }

    private static boolean staysInside(String path) {
        int depth = 0;
        for (String name : path.split("/")) {
            if (name.equals("..")) depth--;
            else if (!name.isEmpty() && !name.equals(".")) depth++;
            if (depth < 0) return false;
        }
        return true;
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
