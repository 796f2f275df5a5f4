package io.millrace.jobs.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server, for one visitor at a time, that answers everything kindly but the recipient. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String toRecipient;

    private ScriptedServer(ServerSocket socket, String toRecipient) {
        this.socket = socket;
        this.toRecipient = toRecipient;
    }

    static ScriptedServer answering(String toRecipient) throws IOException {
        return on(0, toRecipient);
    }

    static ScriptedServer on(int port, String toRecipient) throws IOException {
        ScriptedServer server =
                new ScriptedServer(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), toRecipient);
        Thread thread = new Thread(server::serve, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) serveOne();
    }

    private void serveOne() {
        try (Socket visitor = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(visitor.getOutputStream(), StandardCharsets.UTF_8)) {
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(out, line.startsWith("RCPT") ? toRecipient : line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        } catch (IOException e) {
            return; // the visitor hung up, or the test is over
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
