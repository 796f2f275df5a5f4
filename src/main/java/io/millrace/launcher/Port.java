package io.millrace.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A port that something of ours will listen on, with the setting that changes it. */
record Port(String use, String address, int number, String setting) {

    /** Asked before anything starts, so that a clash is one sentence and not a half-started server. */
    static void requireFree(List<Port> ports) {
        Map<Integer, Port> seen = new HashMap<>();
        for (Port port : ports) {
            Port other = seen.putIfAbsent(port.number, port);
            if (other != null)
                throw new CannotStart("Port " + port.number + " is wanted both for " + other.use + " and for "
                        + port.use + ": change " + other.setting + " or " + port.setting + ".");
            port.requireFree();
        }
    }

    private void requireFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), number));
        } catch (UnknownHostException e) {
            throw new CannotStart("The address " + address + " for " + use + " is unknown.", e);
        } catch (BindException e) {
            throw new CannotStart(sentence(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new CannotStart("Port " + number + " for " + use + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private String sentence(String reason) {
        if (reason.contains("in use"))
            return "Port " + number + " (" + use
                    + ") is taken by another program: stop that one, or choose another port" + " with " + setting + ".";
        return "Port " + number + " (" + use + ") cannot be opened on " + address + " (" + reason
                + "): choose another with " + setting + ".";
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No free port was found for the database: " + e.getMessage() + ".", e);
        }
    }
}
