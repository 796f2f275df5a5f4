package io.millrace.notification;

/** The mail server refuses this recipient for good; writing again would only hurt our reputation. */
public class AddressRejected extends RuntimeException {

    /** @param reason the server's words, without the address */
    public AddressRejected(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
