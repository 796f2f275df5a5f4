package io.millrace.web.pages;

import io.millrace.jobs.demo.CaughtMail;
import io.millrace.jobs.demo.CaughtMails;
import io.millrace.jobs.demo.OpenedMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The caught mails as pages for people and as JSON for programs. */
@ApplicationScoped
public class DemoMails {

    static final String PATH = "/demo/mail";

    private static final int ON_A_PAGE = 25;

    /** So that the links of a mail leave the frame it is shown in; its own doctype is then one too many. */
    private static final String LINKS_OPEN_A_TAB = "<!doctype html><base target=\"_blank\">";

    @Inject
    @ConfigProperty(name = "millrace.demo")
    boolean demo;

    @Inject
    CaughtMails mails;

    /** @param path below {@link #PATH}, decoded */
    Answer answer(String path, MailQuestion question) {
        if (!demo) return Answer.missing();
        if (path.isEmpty() || path.equals("/")) return question.wantsJson() ? json(question) : list(question);
        String[] steps = path.substring(1).split("/", -1);
        return switch (steps.length) {
            case 1 -> one(steps[0]);
            case 2 -> part(steps[0], steps[1]);
            default -> Answer.missing();
        };
    }

    private Answer one(String id) {
        return mails.open(id)
                .map(mail -> Answer.page(Template.MAIL.render(MailView.of(mail))))
                .orElseGet(Answer::missing);
    }

    private Answer part(String id, String part) {
        return switch (part) {
            case "html" -> mails.open(id).map(DemoMails::html).orElseGet(Answer::missing);
            case "source" -> mails.source(id).map(Answer::plain).orElseGet(Answer::missing);
            default -> Answer.missing();
        };
    }

    private static Answer html(OpenedMail mail) {
        return mail.html() == null ? Answer.missing() : Answer.foreign(LINKS_OPEN_A_TAB + mail.html());
    }

    private Answer list(MailQuestion question) {
        CaughtMails.Found found = mails.find(question.to(), question.page() - 1, ON_A_PAGE);
        return Answer.page(Template.MAILS.render(MailView.of(found, question, ON_A_PAGE)));
    }

    private Answer json(MailQuestion question) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (CaughtMail mail :
                mails.find(question.to(), question.page() - 1, question.limit()).mails()) {
            list.add(Json.createObjectBuilder()
                    .add("to", mail.to())
                    .add("subject", mail.subject())
                    .add("at", mail.at().toString())
                    .add("links", Json.createArrayBuilder(mail.links())));
        }
        return Answer.json(list.build().toString());
    }
}
