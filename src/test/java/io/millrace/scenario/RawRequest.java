package io.millrace.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no well-behaved client would send, and the answer as it came over the wire. */
final class RawRequest {

    private static final int PATIENCE = 30_000;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) ?(.*)");

    private RawRequest() {}

    /** @param headers with everything before the body, lower case */
    record Answer(int status, String reason, String headers, String body) {}

    static Answer get(URI product, String path) {
        return send(product, "GET " + path, "");
    }

    static Answer post(URI product, String path, String json) {
        return send(product, "POST " + path, json);
    }

    private static Answer send(URI product, String what, String json) {
        String request =
                """
                %s HTTP/1.1
                Host: %s
                Connection: close
                Content-Type: application/json
                Content-Length: %d

                %s""".formatted(what, product.getAuthority(), json.length(), json).replace("\n", "\r\n");
        try (Socket socket = new Socket(product.getHost(), product.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String whole) {
        String head = whole.substring(0, whole.indexOf("\r\n\r\n"));
        Matcher status = STATUS_LINE.matcher(head.lines().findFirst().orElse(""));
        if (!status.matches()) throw new IllegalStateException("no HTTP: " + head);
        return new Answer(
                Integer.parseInt(status.group(1)),
                status.group(2),
                head.toLowerCase(java.util.Locale.ROOT),
                whole.substring(head.length() + 4));
    }
}
