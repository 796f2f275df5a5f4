package io.millrace.rules;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.millrace.api.identity.Requires;
import io.millrace.api.openapi.DescribeApi;
import io.millrace.identity.Permission;
import io.millrace.identity.Role;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Where code belongs. Each rule says why; when one is in the way, change the design first, then the rule. */
@AnalyzeClasses(packages = "io.millrace", importOptions = ProductOnly.class)
class ArchitectureTest {

    private static final String[] DOORS = {"io.millrace.workflows..", "io.millrace.jobs..", "io.millrace.api.."};

    private static final String[] WIRING = {
        "io.millrace.boot..", "io.millrace.web..", "io.millrace.launcher..", "io.millrace.demo.."
    };

    /** A feature may use those on the right of it and the shared kernel; anything else would grow a circle. */
    private static final Map<String, Set<String>> EDGES = Map.ofEntries(
            entry("tenancy", Set.of()),
            entry("catalogue", Set.of()),
            entry("outbox", Set.of("tenancy", "audit")),
            entry("audit", Set.of("tenancy")),
            entry("identity", Set.of("tenancy", "outbox", "audit")),
            entry("idempotency", Set.of("tenancy", "identity")),
            entry("task", Set.of("tenancy", "identity", "audit", "outbox")),
            entry("approval", Set.of("tenancy", "identity", "audit", "outbox", "task")),
            entry("correlation", Set.of("tenancy", "audit", "outbox")),
            entry("process", Set.of("tenancy", "identity", "audit", "outbox")),
            entry("schedule", Set.of("tenancy", "identity", "audit", "outbox", "correlation")),
            entry("notification", Set.of("tenancy", "identity", "outbox", "approval")));

    private static final String REAL_TIME = "io.millrace.boot.RealTime";

    private static final DescribedPredicate<JavaClass> IN_THE_ROOM = DescribedPredicate.describe(
            "in the domain", type -> type.getPackageName().equals("io.millrace") || EDGES.containsKey(feature(type)));

    @ArchTest
    static final ArchRule the_engine_stays_behind_workflows = noClasses()
            .that()
            .resideOutsideOfPackages("io.millrace.workflows..", "io.millrace.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .because("7.24 is the vendor's last community release: moving to its fork must be a day's work in one"
                    + " module (the vendor's own web applications, registered in src, are the one exception)");

    @ArchTest
    static final ArchRule the_outside_world_stays_behind_jobs = noClasses()
            .that()
            .resideOutsideOfPackage("io.millrace.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jobrunr..", "com.stripe..", "jakarta.mail..")
            .because("whatever leaves the house must be an effect: repeatable, with an idempotency key, after commit");

    @ArchTest
    static final ArchRule http_stays_behind_api = noClasses()
            .that()
            .resideOutsideOfPackages("io.millrace.api..", "io.millrace.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..")
            .because("a rule that knows HTTP cannot be asked by Tasklist, a job or a process");

    @ArchTest
    static final ArchRule the_api_knows_no_other_door = noClasses()
            .that()
            .resideInAPackage("io.millrace.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.millrace.workflows..", "io.millrace.jobs..")
            .because("doors meet in the domain: what two of them need is a use case or a port there");

    @ArchTest
    static final ArchRule workflows_know_no_other_door = noClasses()
            .that()
            .resideInAPackage("io.millrace.workflows..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.millrace.jobs..", "io.millrace.api..")
            .because("a process waits for an event; it never calls what causes it");

    @ArchTest
    static final ArchRule jobs_know_no_other_door = noClasses()
            .that()
            .resideInAPackage("io.millrace.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.millrace.workflows..", "io.millrace.api..")
            .because("a job records its outcome as an event; it never moves a process itself");

    @ArchTest
    static final ArchRule the_room_knows_no_door = noClasses()
            .that(are(IN_THE_ROOM))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOORS)
            .because("the domain is what the doors share");

    @ArchTest
    static final ArchRule the_room_is_pure = classes()
            .that(are(IN_THE_ROOM))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.millrace..",
                    "java..",
                    "javax.sql..",
                    "javax.crypto..",
                    "jakarta..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "org.eclipse.microprofile.config..",
                    "com.cronutils..",
                    "com.fasterxml.uuid..",
                    "com.password4j..")
            .because("rules outlive technology; a listed pure library (no I/O, no threads) is fine");

    @ArchTest
    static final ArchRule features_use_only_the_listed_ones = classes()
            .that(are(IN_THE_ROOM))
            .should(new FeatureEdges(EDGES))
            .because("the list shows at a glance what a change can reach; add an edge only if it closes no circle");

    @ArchTest
    static void the_list_itself_has_no_circle(JavaClasses ignored) {
        Map<String, Set<String>> left = new HashMap<>(EDGES);
        while (left.values().removeIf(uses -> uses.stream().noneMatch(left::containsKey))) {
            // what uses nothing that is left is no part of a circle
        }
        assertThat(left).as("features in a circle, or on the way to one").isEmpty();
    }

    @ArchTest
    static final ArchRule nothing_imports_the_wiring = noClasses()
            .that()
            .resideOutsideOfPackages(WIRING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRING)
            .because("src wires; what it wires must not know it");

    @ArchTest
    static final ArchRule the_launcher_stands_alone = classes()
            .that()
            .resideInAnyPackage("io.millrace.launcher..", "io.millrace.start..", "io.millrace.demo..")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.millrace..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                            "io.millrace.launcher..", "io.millrace.start..", "io.millrace.demo..")))))
            .because("millrace.jar has the server's classes inside its WAR only");

    @ArchTest
    static final ArchRule time_is_asked_of_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("io.millrace.launcher..")
            .and()
            .doNotHaveFullyQualifiedName(REAL_TIME)
            .should()
            .callMethodWhere(OfTheRealClock.ASKED)
            .orShould()
            .callConstructor(Date.class)
            .because("a year of dunning must run in a second: time is an injected Clock, one per tenant; the real"
                    + " one comes from RealTime alone, and the launcher runs outside of every tenant");

    @ArchTest
    static void every_permission_is_asked_for_somewhere(JavaClasses product) {
        Set<Permission> asked = EnumSet.noneOf(Permission.class);
        DescribeApi.endpoints().stream()
                .map(endpoint -> endpoint.method().getAnnotation(Requires.class))
                .filter(Objects::nonNull)
                .forEach(requires -> asked.add(requires.value()));
        product.get(Permission.class).getAccessesToSelf().stream()
                .filter(access -> !Set.of(Permission.class.getName(), Role.class.getName())
                        .contains(access.getOriginOwner().getName()))
                .flatMap(access -> Stream.of(Permission.values())
                        .filter(permission -> permission.name().equals(access.getName())))
                .forEach(asked::add);
        assertThat(asked).containsExactlyInAnyOrder(Permission.values());
    }

    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
