package io.millrace.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who listens to what; asked once per transaction that writes events and once per delivery that is made. */
@ApplicationScoped
public class Subscribers {

    @Inject
    @Any
    Instance<Subscriber> all;

    /** By type, those of these types that anybody listens to. */
    Map<String, List<Subscriber>> of(Set<String> types, Connection connection) throws SQLException {
        Map<String, List<Subscriber>> listeners = new HashMap<>();
        for (Subscriber subscriber : all) {
            Set<String> wanted = new HashSet<>(subscriber.types());
            wanted.retainAll(types);
            if (subscriber instanceof InsideSubscriber inside) wanted.addAll(inside.alsoWants(connection, types));
            wanted.forEach(type ->
                    listeners.computeIfAbsent(type, t -> new ArrayList<>()).add(subscriber));
        }
        return listeners;
    }

    /** @throws PermanentFailure when a release removed the subscriber after the delivery was stored */
    public Subscriber named(String name) {
        return find(name).orElseThrow(() -> new PermanentFailure("no subscriber is called " + name));
    }

    Optional<Subscriber> find(String name) {
        return all.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
