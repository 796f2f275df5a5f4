package io.millrace.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no well-behaved client would send, and the answer as it came over the wire. */
final class RawRequest {

    private static final int PATIENCE = 30_000;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) ?(.*)");

    private RawRequest() {}

    /** @param headers everything before the body */
    record Answer(int status, String reason, String headers, String body) {}

    static Answer get(URI product, String path) {
        return send(product, "GET " + path, Map.of(), "");
    }

    /** @param more headers, which may say another host than the one that is called */
    static Answer send(URI product, String what, Map<String, String> more, String body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Host", product.getAuthority());
        headers.put("Connection", "close");
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", String.valueOf(body.length()));
        headers.putAll(more);
        StringBuilder request = new StringBuilder(what).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("\r\n").append(body);
        try (Socket socket = new Socket(product.getHost(), product.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String whole) {
        String head = whole.substring(0, whole.indexOf("\r\n\r\n"));
        Matcher status = STATUS_LINE.matcher(head.lines().findFirst().orElse(""));
        if (!status.matches()) throw new IllegalStateException("no HTTP: " + head);
        return new Answer(Integer.parseInt(status.group(1)), status.group(2), head, whole.substring(head.length() + 4));
    }
}
