package io.millrace.web.pages;

import io.millrace.jobs.demo.CaughtMail;
import io.millrace.jobs.demo.CaughtMails;
import io.millrace.jobs.demo.OpenedMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the templates of the mails need, in their words. */
final class MailView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Shown first; the others only to those who want to see them. */
    private static final Set<String> ENVELOPE = Set.of("from", "to", "cc", "reply-to");

    private MailView() {}

    static Map<String, Object> of(CaughtMails.Found found, MailQuestion question, int onAPage) {
        long skipped = (long) (question.page() - 1) * onAPage;
        long last = skipped + found.mails().size();
        boolean isOlder = last < found.total() && !found.mails().isEmpty();
        Map<String, Object> view = new HashMap<>();
        view.put("recipient", question.to());
        view.put("mails", found.mails().stream().map(MailView::row).toList());
        view.put("first", skipped + 1);
        view.put("last", last);
        view.put("total", found.total());
        view.put("newer", question.page() > 1 ? query(question, question.page() - 1) : "");
        view.put("older", isOlder ? query(question, question.page() + 1) : "");
        return view;
    }

    static Map<String, Object> of(OpenedMail mail) {
        Map<String, Object> view = new HashMap<>(row(mail.mail()));
        view.put("envelope", headers(mail, true));
        view.put("headers", headers(mail, false));
        view.put("links", mail.mail().links());
        view.put("attachments", mail.attachments());
        view.put("problems", mail.problems());
        view.put("text", mail.text() == null ? "" : mail.text());
        view.put("html", mail.html() != null);
        return view;
    }

    private static Map<String, Object> row(CaughtMail mail) {
        return Map.of(
                "id", mail.id(),
                "to", mail.to().isBlank() ? "nobody named" : mail.to(),
                "subject", mail.subject().isBlank() ? "(no subject)" : mail.subject(),
                "at", mail.at(),
                "time", time(mail.at()));
    }

    private static List<OpenedMail.Header> headers(OpenedMail mail, boolean ofTheEnvelope) {
        return mail.headers().stream()
                .filter(header -> ENVELOPE.contains(header.name().toLowerCase(Locale.ROOT)) == ofTheEnvelope)
                .toList();
    }

    private static String time(Instant at) {
        return TIME.format(at) + " UTC";
    }

    private static String query(MailQuestion question, int page) {
        String to = question.to().isBlank() ? "" : "&to=" + URLEncoder.encode(question.to(), StandardCharsets.UTF_8);
        return "?page=" + page + to;
    }
}
