package io.millrace.notification;

/** Hands mails to a mail server. */
public interface MailSender {

    /**
     * @throws AddressRejected when the server refuses the recipient for good
     * @throws MailNotSent when the server would not take it this time
     * @throws MailServerAway when there was no server to ask
     */
    void send(OutgoingMail mail);
}
