package io.millrace.web;

import java.util.regex.Pattern;

/** Keeps what people wrote into variables from being run where a page of the vendor shows it in a form. */
final class FormPage {

    /** The only one that the engine writes itself. */
    private static final Pattern ENTITY = Pattern.compile("&(?!quot;)");

    private FormPage() {}

    /** The engine escapes quotes alone, and the page takes double braces for an expression, also those of an entity. */
    static String harmless(String form) {
        return ENTITY.matcher(form).replaceAll("&amp;").replace("{{", "{ {").replace("}}", "} }");
    }
}
