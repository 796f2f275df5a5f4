package io.millrace.notification;

/** Hands mails to a mail server. */
public interface MailSender {

    /**
     * @throws AddressRejected when the server refuses the recipient for good
     * @throws MailNotSent when it did not work this time
     */
    void send(OutgoingMail mail);
}
