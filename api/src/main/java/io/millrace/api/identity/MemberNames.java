package io.millrace.api.identity;

import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the ids that entities hold their names, all of one answer with one query. */
@ApplicationScoped
public class MemberNames {

    @Inject
    Memberships memberships;

    /** Looks all of them up now. @return null for null; an operator, who is no member here, has no name */
    public Function<@Nullable UUID, @Nullable MemberRef> of(Stream<@Nullable UUID> ids) {
        Set<UUID> wanted = new HashSet<>();
        ids.filter(Objects::nonNull).forEach(wanted::add);
        Map<UUID, String> names = memberships.names(wanted);
        return id -> id == null ? null : new MemberRef(id, names.getOrDefault(id, "Platform operator"));
    }
}
