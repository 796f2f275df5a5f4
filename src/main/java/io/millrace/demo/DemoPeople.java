package io.millrace.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everybody who can sign in to the demo, and how a short list of them reads. */
public final class DemoPeople {

    /** Everybody's. */
    public static final String PASSWORD = "let-the-wheel-turn";

    public static final String PLATFORM = "millrace";

    /** Two companies with the same people, so that one can see that they see nothing of each other. */
    public static final List<String> COMPANIES = List.of("acme", "globex");

    private static final Set<String> NONE = Set.of();

    private static final List<DemoPerson> OF_A_COMPANY = List.of(
            member("ann", Set.of("MEMBER"), NONE, "asks for approvals"),
            member("max", Set.of("MANAGER"), Set.of("MANAGER"), "decides as manager"),
            member("rita", Set.of("MEMBER"), Set.of("REVENUE_ASSURANCE"), "decides as revenue assurance"),
            member("carl", Set.of("MEMBER"), Set.of("CEO"), "decides as CEO"),
            member("olga", Set.of("OWNER", "ADMIN"), Set.of("OWNER"), "decides as owner, administers the tenant"),
            member("ada", Set.of("ANALYST"), NONE, "is the business analyst"));

    private static final List<DemoPerson> OF_THE_PLATFORM = List.of(
            new DemoPerson(PLATFORM, "ops", Set.of("OPERATOR"), NONE, "operates the platform"),
            new DemoPerson(PLATFORM, "ada", Set.of("ANALYST"), NONE, "is the platform’s own analyst"));

    /** A line of the list. */
    public record Line(String tenant, String email, String does) {}

    private DemoPeople() {}

    public static List<DemoPerson> of(String tenant) {
        if (tenant.equals(PLATFORM)) return OF_THE_PLATFORM;
        return OF_A_COMPANY.stream().map(person -> person.of(tenant)).toList();
    }

    /** Each person of the first company and of the platform; the other company's in one line. */
    public static List<Line> list() {
        String other = COMPANIES.get(1);
        Line others = new Line(other, "…@" + other + ".test", "the same first names in another tenant");
        return Stream.of(lines(COMPANIES.get(0)), Stream.of(others), lines(PLATFORM))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<Line> lines(String tenant) {
        return of(tenant).stream().map(person -> new Line(tenant, person.email(), person.does()));
    }

    private static DemoPerson member(String firstName, Set<String> roles, Set<String> groups, String does) {
        return new DemoPerson(COMPANIES.get(0), firstName, roles, groups, does);
    }
}
