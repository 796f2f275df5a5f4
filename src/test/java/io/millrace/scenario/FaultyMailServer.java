package io.millrace.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before a mail server, line by line: it can be away, slow or break off, and notes which mails pass. */
final class FaultyMailServer implements AutoCloseable {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)message-id: <([^@>]+)@.*");

    private final int behind;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<String> passed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile ServerSocket door;
    private volatile CountDownLatch wellAgain = new CountDownLatch(0);
    private volatile Duration slowness = Duration.ZERO;
    private volatile String breakingOffAt = "";

    /** @param behind the port of the one that takes the mails */
    FaultyMailServer(int behind) {
        this.behind = behind;
        this.door = listen(0);
        this.port = door.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Nobody listens any more, and whoever was being served is cut off. */
    void goAway() {
        close(door);
        open.forEach(FaultyMailServer::close);
    }

    /** Answers at once, and to the end. */
    void isWell() {
        wellAgain.countDown();
        breakingOffAt = "";
        if (door.isClosed()) door = listen(port);
    }

    /** Each of its lines takes so long. */
    void isSlow(Duration perLine) {
        slowness = perLine;
        wellAgain = new CountDownLatch(1);
    }

    /** @param command it never gets this far */
    void breaksOffAt(String command) {
        breakingOffAt = command;
    }

    /** How often somebody came. */
    int visits() {
        return visits.get();
    }

    /** What stands before the @ in the Message-ID of each mail, in the order in which they came; forgets them. */
    List<String> taken() {
        List<String> all = new ArrayList<>();
        for (String next = passed.poll(); next != null; next = passed.poll()) all.add(next);
        return all;
    }

    private ServerSocket listen(int where) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
            threads.execute(() -> letIn(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letIn(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException e) {
                if (!socket.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket visitor) throws IOException {
        visits.incrementAndGet();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(visitor);
        threads.execute(() -> carry(visitor, server, this::mayPass));
        threads.execute(() -> carry(server, visitor, this::afterAWhile));
    }

    /** What looks at a line before it is carried on. */
    private interface Look {
        boolean mayPass(String line) throws InterruptedException;
    }

    private void carry(Socket from, Socket to, Look look) {
        try (from;
                to;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
                Writer out = new OutputStreamWriter(to.getOutputStream(), StandardCharsets.ISO_8859_1)) {
            for (String line = in.readLine(); line != null && look.mayPass(line); line = in.readLine()) {
                out.write(line + "\r\n");
                out.flush();
            }
        } catch (IOException e) {
            return; // one of the two has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
        }
    }

    private boolean mayPass(String line) {
        if (!breakingOffAt.isEmpty() && line.startsWith(breakingOffAt)) return false;
        Matcher id = MESSAGE_ID.matcher(line);
        if (id.matches()) passed.add(id.group(1));
        return true;
    }

    private boolean afterAWhile(String line) throws InterruptedException {
        boolean isWell = wellAgain.await(slowness.toMillis(), TimeUnit.MILLISECONDS);
        return isWell || !threads.isShutdown();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        isWell();
        goAway();
        threads.shutdownNow();
    }
}
