package io.millrace.bpmn;

import java.util.List;

/**
 * What a form lets people submit under one name; always a text.
 *
 * @param words its label
 * @param allowed the values to choose from; empty for a free text
 */
public record FormField(String name, String words, boolean required, List<String> allowed, int maxLength) {

    static FormField choice(String name, String words, String... allowed) {
        int longest = List.of(allowed).stream().mapToInt(String::length).max().orElseThrow();
        return new FormField(name, words, true, List.of(allowed), longest);
    }

    /** An empty text counts as none: that is what a browser sends for an untouched field. */
    static FormField optionalText(String name, String words, int maxLength) {
        return new FormField(name, words, false, List.of(), maxLength);
    }
}
