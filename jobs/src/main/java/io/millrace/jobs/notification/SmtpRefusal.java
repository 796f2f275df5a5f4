package io.millrace.jobs.notification;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * What a mail server's "no" means.
 *
 * @param recipientCode the reply code to the recipient; 0 when it was not the recipient that failed
 * @param words the reply without the address
 */
record SmtpRefusal(int recipientCode, String words) {

    private static final int PERMANENT = 500;
    private static final int LONGEST = 200;

    static SmtpRefusal of(MessagingException thrown, String address) {
        MessagingException deepest = thrown;
        for (Exception next = thrown; next instanceof MessagingException m; next = m.getNextException()) {
            if (m instanceof SMTPAddressFailedException failed) {
                return new SmtpRefusal(failed.getReturnCode(), words(failed, address));
            }
            deepest = m;
        }
        return new SmtpRefusal(0, words(deepest, address));
    }

    /** Only the answer to the recipient's own address counts: 550 to us, the senders, is no fault of theirs. */
    boolean isOfRecipientForGood() {
        return recipientCode >= PERMANENT;
    }

    private static String words(MessagingException e, String address) {
        String line = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no answer");
        String clean = line.replace(address, "recipient");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
