package io.millrace.boot;

import static io.millrace.identity.DecidingGroup.CEO;
import static io.millrace.identity.DecidingGroup.MANAGER;
import static io.millrace.identity.DecidingGroup.OWNER;
import static io.millrace.identity.DecidingGroup.REVENUE_ASSURANCE;

import io.millrace.Ids;
import io.millrace.identity.AddMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Role;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** The fixed people of the demo; made once, and in demo mode only. */
@ApplicationScoped
public class DemoData {

    static final String PASSWORD = "let-the-wheel-turn";

    @Inject
    AddMember addMember;

    @Inject
    DemoTenants demoTenants;

    @Inject
    DemoRequests demoRequests;

    /** After the engine's start: the first requests go their way at once. */
    void load() {
        UUID acme = demoTenants.make("acme", "Acme");
        UUID globex = demoTenants.make("globex", "Globex");
        fill(acme, "acme");
        fill(globex, "globex");
        demoRequests.ask(acme, "ann@acme.test", "Two laptops for the new colleagues", 120_000);
        demoRequests.ask(globex, "ann@globex.test", "A delivery van", 1_850_000);
        TenantScope.run(TenantScope.PLATFORM, () -> {
            member("ops@millrace.test", "Ops Millrace", Set.of(Role.OPERATOR), Set.of());
            member("ada@millrace.test", "Ada Millrace", Set.of(Role.ANALYST), Set.of());
        });
    }

    private void fill(UUID tenant, String slug) {
        String domain = "@" + slug + ".test";
        String family = " " + Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
        TenantScope.run(tenant, () -> {
            member("ann" + domain, "Ann" + family, Set.of(Role.MEMBER), Set.of());
            member("max" + domain, "Max" + family, Set.of(Role.MANAGER), Set.of(MANAGER));
            member("rita" + domain, "Rita" + family, Set.of(Role.MEMBER), Set.of(REVENUE_ASSURANCE));
            member("carl" + domain, "Carl" + family, Set.of(Role.MEMBER), Set.of(CEO));
            member("olga" + domain, "Olga" + family, Set.of(Role.OWNER, Role.ADMIN), Set.of(OWNER));
            member("ada" + domain, "Ada" + family, Set.of(Role.ANALYST), Set.of());
        });
    }

    private void member(String email, String name, Set<Role> roles, Set<DecidingGroup> groups) {
        addMember.add(email, name, PASSWORD, roles, groups);
    }

    /** The two companies of the demo. */
    @ApplicationScoped
    static class DemoTenants {

        @Inject
        Tenants tenants;

        @Inject
        Clock clock;

        @Transactional
        UUID make(String slug, String name) {
            return tenants.findBySlug(slug)
                    .orElseGet(() -> {
                        Tenant made = new Tenant(Ids.next(), slug, name, Tenant.State.ACTIVE, clock.instant());
                        tenants.add(made);
                        return made;
                    })
                    .id();
        }
    }
}
