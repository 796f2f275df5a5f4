package io.millrace.boot;

import io.millrace.Ids;
import io.millrace.demo.DemoPeople;
import io.millrace.demo.DemoPerson;
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
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the fixed people of the demo, once, and in demo mode only. */
@ApplicationScoped
public class DemoData {

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
        fill(TenantScope.PLATFORM, DemoPeople.PLATFORM);
    }

    private void fill(UUID tenant, String slug) {
        TenantScope.run(tenant, () -> DemoPeople.of(slug).forEach(this::add));
    }

    private void add(DemoPerson person) {
        addMember.add(
                person.email(),
                person.name(),
                DemoPeople.PASSWORD,
                person.roles().stream().map(Role::valueOf).collect(Collectors.toSet()),
                person.groups().stream().map(DecidingGroup::valueOf).collect(Collectors.toSet()));
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
