package io.millrace.jobs.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caught mail with everything that a person wants to see of it.
 *
 * @param html never to be shown without a sandbox
 * @param attachments their names
 * @param problems what could not be read, and that the rest of a huge mail was left out
 */
public record OpenedMail(
        CaughtMail mail,
        List<Header> headers,
        @Nullable String text,
        @Nullable String html,
        List<String> attachments,
        List<String> problems) {

    /** One line of the head, decoded. */
    public record Header(String name, String value) {}
}
