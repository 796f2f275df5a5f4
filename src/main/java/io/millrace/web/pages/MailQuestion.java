package io.millrace.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the demo's mails.
 *
 * @param to a part of a recipient's address, blank for everybody
 * @param page from 1
 * @param limit how many a program wants at once
 */
record MailQuestion(String accept, String to, int page, int limit) {

    static final int ALL = Integer.MAX_VALUE;

    /** A page for people unless JSON is asked for before it. */
    boolean wantsJson() {
        int json = accept.indexOf("application/json");
        int html = accept.indexOf("text/html");
        return json >= 0 && (html < 0 || json < html);
    }

    /** What is not a positive number counts as not said. */
    static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : otherwise;
    }
}
