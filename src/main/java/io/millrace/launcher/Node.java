package io.millrace.launcher;

import java.util.Map;
import java.util.TreeMap;

/**
 * One server of this start. All of them do the same on one database; the first is the one that people are told of.
 *
 * @param number from 1
 */
record Node(int number, String address, int port) {

    boolean isFirst() {
        return number == 1;
    }

    String words() {
        return isFirst() ? "the server" : "server " + number;
    }

    String logName() {
        return numbered("server") + ".log";
    }

    /** A name for something that each node has for itself. */
    String numbered(String name) {
        return isFirst() ? name : name + "-" + number;
    }

    /** Where it answers on this machine. */
    String localUrl() {
        return "http://" + (address.equals(LaunchPlan.EVERYWHERE) ? LaunchPlan.LOOPBACK : address) + ":" + port;
    }

    /** There is one dashboard, which shows the jobs of all nodes. */
    Map<String, String> environment(Map<String, String> shared) {
        Map<String, String> own = new TreeMap<>(shared);
        own.put("MILLRACE_HTTP_PORT", Integer.toString(port));
        if (!isFirst()) own.remove("MILLRACE_DASHBOARD_PASSWORD");
        return own;
    }
}
