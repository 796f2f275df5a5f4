package io.millrace.jobs.wake;

import io.millrace.wake.Sleeper;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one node tells the others: whom to wake, and who says so. Anybody on the same database can send such a
 * thing, so it holds nothing that is believed: the worst it does is a look for work that is not there.
 */
record Notice(Set<Sleeper> whom, String from) {

    /** A channel belongs to one database: installations that share a server do not hear each other. */
    static final String CHANNEL = "millrace_wake";

    private static final Pattern FORM = Pattern.compile("([A-Z,]{0,60}) ([0-9a-f]{1,32})");

    /** As it goes over the wire. */
    String words() {
        StringBuilder names = new StringBuilder();
        whom.forEach(sleeper -> names.append(names.isEmpty() ? "" : ",").append(sleeper.name()));
        return names + " " + from;
    }

    /** Wakes nobody if it was not sent by a node, or by a newer one that has others to wake. */
    static Notice read(String words) {
        var form = FORM.matcher(words);
        if (!form.matches()) return new Notice(Set.of(), "");
        Set<Sleeper> whom = EnumSet.noneOf(Sleeper.class);
        Set<String> named = Set.of(form.group(1).split(","));
        for (Sleeper sleeper : Sleeper.values()) {
            if (named.contains(sleeper.name())) whom.add(sleeper);
        }
        return new Notice(whom, form.group(2));
    }
}
