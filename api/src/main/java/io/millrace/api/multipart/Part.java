package io.millrace.api.multipart;

import java.util.Arrays;

/** One field of a form, with where its content is in the body. */
final class Part {

    private static final int LONGEST_SHOWN = 100;

    private final String name;
    private final byte[] body;
    private final int from;
    private final int to;

    Part(String name, byte[] body, int from, int to) {
        this.name = name;
        this.body = body;
        this.from = from;
        this.to = to;
    }

    String name() {
        return name;
    }

    /** RFC 6901, of a length that can be shown. */
    String pointer() {
        String shown = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
        return "/" + shown.replace("~", "~0").replace("/", "~1");
    }

    int length() {
        return to - from;
    }

    byte[] content() {
        return Arrays.copyOfRange(body, from, to);
    }
}
