package io.millrace.web;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form that the engine made from a model, for a page of the vendor: safe, and in words for people. */
final class FormPage {

    /** The only one that the engine writes itself. */
    private static final Pattern ENTITY = Pattern.compile("&(?!quot;)");

    /** Its label names it by an id, which the engine forgets to give it. */
    private static final Pattern FIELD = Pattern.compile("<(input|select) class=\"form-control\" name=\"([^\"]+)\"");

    /**
     * The vendor's calendar takes the focus away from whoever types a day, and sends what would be refused. Without it
     * the browser's own is shown; the page's script sees to that.
     */
    private static final Pattern DAY = Pattern.compile(
            "<div class=\"input-group\">\\s*(<input [^>]*?)(?: value=\"(\\d\\d)/(\\d\\d)/(\\d{4})\")?"
                    + " uib-datepicker-popup=\"[^\"]*\" is-open=\"[^\"]*\" />.*?</script>\\s*</div>",
            Pattern.DOTALL);

    /** The page would not send what is too short, and would not say why; the server does. */
    private static final Pattern SHORTEST = Pattern.compile(" minlength=\"\\d+\"");

    private static final String FLAW = "(class=\"help-block\">\\s*)";

    private FormPage() {}

    static String shown(String form) {
        String labelled = FIELD.matcher(harmless(form)).replaceAll("<$1 class=\"form-control\" id=\"$2\" name=\"$2\"");
        return SHORTEST.matcher(DAY.matcher(labelled).replaceAll(FormPage::day))
                .replaceAll("")
                .replaceAll(FLAW + "Only a long value is allowed", "$1A whole number is needed")
                .replaceAll(FLAW + "Required field", "$1This is needed");
    }

    private static String day(MatchResult field) {
        String day = field.group(2) == null
                ? ""
                : " value=\"%s-%s-%s\"".formatted(field.group(4), field.group(3), field.group(2));
        return Matcher.quoteReplacement(field.group(1) + day + " data-day=\"\" />");
    }

    /** The engine escapes quotes alone, and the page takes double braces for an expression, also those of an entity. */
    private static String harmless(String form) {
        return ENTITY.matcher(form).replaceAll("&amp;").replace("{{", "{ {").replace("}}", "} }");
    }
}
