package io.millrace.api.http;

import io.millrace.api.problem.BadParameter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What If-Match or If-None-Match names, as RFC 9110 reads it. Not left to JAX-RS, which breaks down at what it
 * cannot read.
 */
record EntityTags(boolean any, Set<EntityTag> tags) {

    /** One element of a list, which may be empty, up to the next comma. */
    private static final Pattern ELEMENT =
            Pattern.compile("\\G[ \\t]*(?:(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\")?[ \\t]*(?:,|$)");

    /** Empty when the request has no such header. @throws BadParameter when nobody can read it */
    static Optional<EntityTags> of(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).map(value -> of(name, value));
    }

    static EntityTags of(String name, String value) {
        if (value.strip().equals("*")) return new EntityTags(true, Set.of());
        Set<EntityTag> tags = new HashSet<>();
        Matcher element = ELEMENT.matcher(value);
        for (int read = 0; read < value.length(); read = element.end()) {
            if (!element.find()) throw unreadable(name);
            if (element.group(2) != null) tags.add(new EntityTag(element.group(2), element.group(1) != null));
        }
        if (tags.isEmpty()) throw unreadable(name);
        return new EntityTags(false, tags);
    }

    private static BadParameter unreadable(String name) {
        return new BadParameter(name, "must be * or a list of entity tags in double quotes");
    }

    /** For whoever is about to change something: a weak tag does not promise that it is the same. */
    boolean name(EntityTag present) {
        return any || tags.contains(present);
    }

    /** For whoever reads: the same in substance is good enough. */
    boolean nameWeakly(EntityTag present) {
        return any || tags.stream().anyMatch(tag -> tag.getValue().equals(present.getValue()));
    }
}
