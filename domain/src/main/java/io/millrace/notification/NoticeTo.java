package io.millrace.notification;

import io.millrace.TextRule;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whom a notice goes to, as models write it: a group, a role, the id of a member, or an address. */
public final class NoticeTo {

    public static final int MAX_LENGTH = 254;

    private static final String ROLE = "role:";
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,180}[A-Za-z0-9])?");

    private NoticeTo() {}

    /** Why nobody can be meant by it, as the end of a sentence; empty when somebody may be. */
    public static Optional<String> flaw(String to) {
        boolean isKnown = group(to).isPresent() || role(to).isPresent() || TextRule.isUuid(to) || isAddress(to);
        return isKnown
                ? Optional.empty()
                : Optional.of("must be an address, the id of a member, one of the groups "
                        + names(Arrays.stream(DecidingGroup.values())
                                .map(DecidingGroup::wireName)
                                .toList())
                        + ", or role: and one of "
                        + names(Arrays.stream(Role.values())
                                .map(NoticeTo::wireName)
                                .toList()));
    }

    static boolean isAddress(String to) {
        return to.length() <= MAX_LENGTH && ADDRESS.matcher(to).matches();
    }

    /** The active members who are meant, of the bound tenant; none when it is an address. */
    static List<Membership> members(String to, Memberships memberships) {
        if (TextRule.isUuid(to))
            return memberships.find(UUID.fromString(to)).filter(Membership::isActive).stream()
                    .toList();
        return group(to)
                .map(memberships::activeIn)
                .or(() -> role(to).map(memberships::activeWith))
                .orElse(List.of());
    }

    private static Optional<DecidingGroup> group(String to) {
        return Arrays.stream(DecidingGroup.values())
                .filter(group -> group.wireName().equals(to))
                .findFirst();
    }

    private static Optional<Role> role(String to) {
        return Arrays.stream(Role.values())
                .filter(role -> (ROLE + wireName(role)).equals(to))
                .findFirst();
    }

    private static String wireName(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String names(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
