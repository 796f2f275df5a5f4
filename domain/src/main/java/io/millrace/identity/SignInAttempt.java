package io.millrace.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Somebody at the door, as the two things that are counted about them. */
record SignInAttempt(String client, String account) {

    private static final int NETWORK_BYTES = 8;

    static SignInAttempt of(String tenant, String email, String from) {
        String client = network(from);
        // No line break gets into any of the three, so that two accounts never look like one.
        return new SignInAttempt(
                "client\n" + client,
                String.join("\n", "account", client, tenant.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT)));
    }

    /** Of an IPv6 address its /64: a subscriber has that many addresses to himself. */
    private static String network(String from) {
        if (!from.contains(":")) return from;
        try {
            byte[] address = InetAddress.getByName(from).getAddress(); // a literal: nobody is asked
            return address.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(address, NETWORK_BYTES))
                    : from;
        } catch (UnknownHostException notAnAddress) {
            return from;
        }
    }
}
