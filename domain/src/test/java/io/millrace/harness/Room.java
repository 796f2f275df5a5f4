package io.millrace.harness;

import io.agroal.api.AgroalDataSource;
import io.millrace.Ids;
import io.millrace.identity.AddMember;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.tenancy.TenantScope;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigProviderResolver;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts every bean of the class path on a fresh database for one test class:
 * {@code @RegisterExtension static final Room room = Room.with(MyFake.class);}
 */
public final class Room implements BeforeAllCallback, AfterAllCallback {

    /** Of every member that it makes. */
    public static final String PASSWORD = "let-the-wheel-turn";

    private final List<Class<?>> beans;
    private final Given given = new Given();
    private final Map<String, String> settings = new HashMap<>();
    private Supplier<TestDatabase> source = TestDatabase::fresh;
    private Consumer<Room> opening = room -> {};
    private Consumer<Room> closing = room -> {};
    private Clock clock = Clock.systemUTC();
    private int connections = 20;
    private int tenants;
    private int members;

    private @Nullable TestDatabase database;
    private @Nullable AgroalDataSource pool;
    private @Nullable EntityManagerFactory unit;
    private @Nullable WeldContainer container;

    private Room(List<Class<?>> beans) {
        this.beans = beans;
        settings.put("millrace.master.key", Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** @param beans fakes and subscribers of the test itself, which discovery does not see */
    public static Room with(Class<?>... beans) {
        return new Room(List.of(beans));
    }

    public Room setting(String key, Object value) {
        settings.put(key, String.valueOf(value));
        return this;
    }

    public Room on(Supplier<TestDatabase> other) {
        this.source = other;
        return this;
    }

    public Room at(Clock time) {
        this.clock = time;
        return this;
    }

    /** Makes an object injectable that is no bean by itself. */
    public <T> Room given(Class<T> type, T object) {
        given.bean(type, object);
        return this;
    }

    public Room connections(int most) {
        this.connections = most;
        return this;
    }

    /** Something that runs in it for as long as it is open. */
    public Room running(Consumer<Room> start, Consumer<Room> stop) {
        this.opening = start;
        this.closing = stop;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        TestDatabase fresh = source.get();
        AgroalDataSource open = Transactions.pool(fresh, connections);
        DataSource bound = TenantBinding.around(open, Transactions.registry());
        EntityManagerFactory persistence = Persistence.unit(bound);
        database = fresh;
        pool = open;
        unit = persistence;
        configure();
        container = start(bound, Persistence.shared(persistence, Transactions.registry()));
        opening.accept(this);
    }

    private void configure() {
        ConfigProviderResolver.setInstance(new SmallRyeConfigProviderResolver());
        ConfigProviderResolver.instance()
                .registerConfig(
                        new SmallRyeConfigBuilder()
                                .addDefaultSources()
                                .withSources(new PropertiesConfigSource(settings, "test", 500))
                                .build(),
                        Thread.currentThread().getContextClassLoader());
    }

    private WeldContainer start(DataSource bound, EntityManager entities) {
        given.bean(DataSource.class, bound)
                .bean(EntityManager.class, entities)
                .bean(Clock.class, clock)
                .bean(TestDatabase.class, database())
                .bean(ManagedThreadFactory.class, new PlainThreads());
        Weld weld = new Weld()
                .addBeanClass(Work.class)
                .addBeanClasses(beans.toArray(Class<?>[]::new))
                .addExtension(new MissingPorts())
                .addExtension(given);
        return weld.initialize();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (container != null) {
            closing.accept(this);
            container.close();
        }
        if (unit != null) unit.close();
        if (pool != null) pool.close();
        if (database != null) database.drop();
        ConfigProviderResolver.instance()
                .releaseConfig(ConfigProviderResolver.instance().getConfig());
    }

    public TestDatabase database() {
        return Objects.requireNonNull(database, "the room is not open");
    }

    /** A bean. */
    public <T> T get(Class<T> type) {
        return Objects.requireNonNull(container, "the room is not open")
                .select(type)
                .get();
    }

    /** A new active tenant. */
    public UUID tenant(String slug) {
        UUID id = Ids.next();
        database()
                .run("INSERT INTO tenant (id, slug, name, created_at) VALUES ('%s', '%s', '%s', now())"
                        .formatted(id, slug, slug));
        return id;
    }

    /** A new active tenant whose slug begins so: every test has its own, though all share the room. */
    public UUID anotherTenant(String name) {
        return tenant(name + "-" + ++tenants);
    }

    /** A new member with an address of their own. */
    public Member member(UUID tenant, String name, Role role, DecidingGroup... groups) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "-" + ++members + "@mill.test";
        return inside(tenant, () -> get(AddMember.class).add(address, name, PASSWORD, Set.of(role), Set.of(groups)))
                .asMember();
    }

    /** Bound to a tenant, in a transaction that commits unless the work throws. */
    public <T extends @Nullable Object> T inside(UUID tenant, Callable<T> work) {
        return TenantScope.call(tenant, () -> get(Work.class).run(work));
    }

    /** As {@link #inside(UUID, Callable)}, for work without an answer. */
    public void inside(UUID tenant, Runnable work) {
        inside(tenant, () -> {
            work.run();
            return null;
        });
    }

    /** In a transaction of the member's own, as a request would. */
    public <T extends @Nullable Object> T as(Member member, Callable<T> work) {
        return get(CurrentMember.class).call(member, () -> inside(member.tenantId(), work));
    }

    /** As {@link #as(Member, Callable)}, for work without an answer. */
    public void as(Member member, Runnable work) {
        as(member, () -> {
            work.run();
            return null;
        });
    }
}
