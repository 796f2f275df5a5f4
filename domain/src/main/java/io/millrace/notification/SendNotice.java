package io.millrace.notification;

import io.millrace.Ids;
import io.millrace.TextRule;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mails what a process of the tenant has to say, to members or to an address that it knows. */
@ApplicationScoped
public class SendNotice implements MailSource {

    public static final int TITLE_MAX_LENGTH = 200;
    public static final int LINK_MAX_LENGTH = 500;

    static final String TEMPLATE = "notice";

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'{}]+");

    @Inject
    Memberships memberships;

    @Inject
    QueueEmail queueEmail;

    @Inject
    NoticeLimit limit;

    /** What it says: a line, some text, and perhaps where to read on. */
    public record Notice(
            String title, String text, @Nullable String link) {

        private void requireFit() {
            // The title stands in a header, where a second line would be another header.
            refuse("title", TextRule.flaw(title, 1, TITLE_MAX_LENGTH, false));
            refuse("text", TextRule.flaw(text, 1, TextRule.LONGEST, true));
            if (link != null) refuse("link", linkFlaw(link).orElse(null));
        }

        private static void refuse(String part, @Nullable String flaw) {
            if (flaw != null) throw new NoticeRefused(part, flaw);
        }
    }

    /**
     * @param waiter who comes again with the same when it must wait; null for nobody
     * @param to as {@link NoticeTo} reads it
     * @return to how many it goes; none when nobody who is meant is there now
     * @throws NoticeRefused when it is to nobody, or its line is none
     * @throws NoticesMustWait when the tenant's processes may send no more for now
     */
    @Transactional
    public int send(@Nullable String waiter, String to, Notice notice) {
        NoticeTo.flaw(to).ifPresent(flaw -> {
            throw new NoticeRefused("recipient", flaw);
        });
        notice.requireFit();
        UUID cause = Ids.next();
        if (NoticeTo.isAddress(to)) {
            limit.require(waiter, 1);
            queueEmail.queueTo(cause, TEMPLATE, to, model(notice));
            return 1;
        }
        List<Membership> members = NoticeTo.members(to, memberships);
        limit.require(waiter, members.size());
        members.forEach(member -> queueEmail.queue(cause, TEMPLATE, member.id(), model(notice)));
        return members.size();
    }

    /** Why it is no link to mail, as the end of a sentence; empty when it is one. */
    public static Optional<String> linkFlaw(String link) {
        return link.length() <= LINK_MAX_LENGTH && LINK.matcher(link).matches()
                ? Optional.empty()
                : Optional.of(
                        "must be an address of up to " + LINK_MAX_LENGTH + " characters that begins with https://");
    }

    private static Map<String, String> model(Notice notice) {
        Map<String, String> model = new HashMap<>();
        model.put("title", notice.title());
        model.put("text", notice.text());
        if (notice.link() != null) model.put("link", notice.link());
        return model;
    }

    @Override
    public Set<String> templates() {
        return Set.of(TEMPLATE);
    }

    /** What its process said stays said. */
    @Override
    public Optional<String> objection(QueuedEmail mail) {
        return Optional.empty();
    }
}
