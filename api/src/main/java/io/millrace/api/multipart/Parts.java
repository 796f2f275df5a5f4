package io.millrace.api.multipart;

import io.millrace.api.json.UnreadableBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a multipart/form-data body apart (RFC 7578). By hand, because the server's own way stores files of any length
 * on disk before anybody could refuse them.
 */
final class Parts {

    private static final Pattern NAME = Pattern.compile(
            "^content-disposition:\\s*form-data\\b[^\\r\\n]*?;\\s*name=(?:\"([^\"\\r\\n]*)\"|([^;\\s]+))",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");
    private static final int MOST = 20;

    private final byte[] body;
    private final byte[] delimiter;
    private int at;

    private Parts(String boundary, byte[] body) {
        this.body = body;
        this.delimiter = ascii("--" + boundary);
    }

    /** @throws UnreadableBody when it is not what its boundary promises */
    static List<Part> of(String boundary, byte[] body) {
        Parts parts = new Parts(boundary, body);
        return parts.read().orElseThrow(() -> new UnreadableBody("The request body is not readable as a form."));
    }

    private Optional<List<Part>> read() {
        List<Part> found = new ArrayList<>();
        if (!startsWith(delimiter, 0)) return Optional.empty();
        at = delimiter.length;
        while (found.size() < MOST) {
            if (startsWith(ascii("--"), at)) return Optional.of(found);
            if (!startsWith(ascii("\r\n"), at)) return Optional.empty();
            Optional<Part> next = next();
            if (next.isEmpty()) return Optional.empty();
            found.add(next.get());
        }
        return Optional.empty();
    }

    private Optional<Part> next() {
        int headersEnd = find(END_OF_HEADERS, at);
        if (headersEnd < 0) return Optional.empty();
        Matcher name = NAME.matcher(new String(body, at + 2, Math.max(0, headersEnd - at - 2), StandardCharsets.UTF_8));
        int from = headersEnd + END_OF_HEADERS.length;
        int to = find(concat(ascii("\r\n"), delimiter), from);
        if (to < 0 || !name.find()) return Optional.empty();
        at = to + 2 + delimiter.length;
        return Optional.of(new Part(name.group(1) == null ? name.group(2) : name.group(1), body, from, to));
    }

    private boolean startsWith(byte[] wanted, int from) {
        if (from + wanted.length > body.length) return false;
        for (int i = 0; i < wanted.length; i++) {
            if (body[from + i] != wanted[i]) return false;
        }
        return true;
    }

    private int find(byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (startsWith(wanted, i)) return i;
        }
        return -1;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
