package io.millrace.jobs.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ParseException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a mail server's "no" means.
 *
 * @param whose of whom it speaks
 * @param words the reply without the address
 */
record SmtpRefusal(Whose whose, String words) {

    private static final int FOR_NOW = 400;
    private static final int FOR_GOOD = 500;
    private static final int GOING_DOWN = 421;
    private static final int LONGEST = 200;

    /** Of whom a refusal speaks. */
    enum Whose {
        /** It will never take a mail for them. */
        THE_RECIPIENTS,
        /** It does not take this one, or not now. */
        THE_MAILS,
        /** There is none, it lets nobody in, or it has broken off: any other mail would have fared the same. */
        THE_SERVERS
    }

    static SmtpRefusal of(MessagingException thrown, String address) {
        MessagingException deepest = thrown;
        for (Exception next = thrown; next instanceof MessagingException m; next = m.getNextException()) {
            deepest = m;
            if (m instanceof SMTPAddressFailedException) break;
        }
        return new SmtpRefusal(whose(deepest), words(deepest, address));
    }

    private static Whose whose(MessagingException e) {
        if (e instanceof SMTPAddressFailedException recipient) {
            // Only the answer to the recipient's own address counts: 550 to us, the senders, is no fault of theirs.
            if (recipient.getReturnCode() >= FOR_GOOD) return Whose.THE_RECIPIENTS;
            return mailsIf(isAnAnswer(recipient.getReturnCode()));
        }
        if (e instanceof SMTPSenderFailedException sender) return mailsIf(sender.getReturnCode() >= FOR_GOOD);
        if (e instanceof SMTPSendFailedException mail) {
            // All mails have the same sender: "not now" to it is "not now" to all.
            boolean toSender = mail.getCommand().startsWith("MAIL");
            return mailsIf(toSender ? mail.getReturnCode() >= FOR_GOOD : isAnAnswer(mail.getReturnCode()));
        }
        return mailsIf(e instanceof ParseException); // an address that is none
    }

    /** The library has a code of its own for a connection that broke. */
    private static boolean isAnAnswer(int code) {
        return code >= FOR_NOW && code != GOING_DOWN;
    }

    private static Whose mailsIf(boolean so) {
        return so ? Whose.THE_MAILS : Whose.THE_SERVERS;
    }

    private static String words(MessagingException e, String address) {
        String line = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no answer");
        String clean = line.replace(address, "recipient");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
