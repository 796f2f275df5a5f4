package io.millrace.bpmn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;

/** How the names and ids of a model are read. */
final class Words {

    /** States that are not spelled with -ed. */
    private static final Set<String> IRREGULAR = Set.of(
            "begun",
            "broken",
            "chosen",
            "done",
            "due",
            "found",
            "given",
            "gone",
            "known",
            "left",
            "lost",
            "made",
            "met",
            "over",
            "paid",
            "read",
            "sent",
            "spent",
            "taken",
            "told",
            "withdrawn",
            "won",
            "written");

    private Words() {}

    static List<String> of(@Nullable String name) {
        if (name == null || name.isBlank()) return List.of();
        return Arrays.asList(name.trim().split("[^\\p{Alnum}]+"));
    }

    /** {@code Ask CEO} becomes {@code askCeo}. */
    static String camelCase(String name) {
        StringBuilder id = new StringBuilder();
        for (String word : of(name)) {
            String lower = word.toLowerCase(Locale.ROOT);
            id.append(id.isEmpty() ? lower : capital(lower));
        }
        return id.toString();
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** An id says its name; something may stand before it where several share the name. */
    static boolean idSaysName(FlowElement element) {
        String expected = camelCase(element.getName());
        return element.getId().equals(expected) || element.getId().endsWith(capital(expected));
    }

    static boolean startLikeASentence(String name) {
        return Character.isUpperCase(name.charAt(0)) || Character.isDigit(name.charAt(0));
    }

    static boolean sayAState(String name) {
        return of(name).size() > 1
                && of(name).stream()
                        .map(w -> w.toLowerCase(Locale.ROOT))
                        .anyMatch(w -> w.endsWith("ed") || IRREGULAR.contains(w));
    }

    /** Verb and object; a gerund or a noun in front is the usual slip. */
    static boolean sayWhatToDo(String name) {
        List<String> words = of(name);
        return words.size() > 1 && !words.get(0).toLowerCase(Locale.ROOT).matches(".*(ing|ed|tion)");
    }
}
