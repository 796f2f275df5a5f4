package io.millrace.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Who listens to what; asked once per event that is written and once per delivery that is made. */
@ApplicationScoped
public class Subscribers {

    @Inject
    @Any
    Instance<Subscriber> all;

    public List<Subscriber> of(String type) {
        return all.stream().filter(s -> s.types().contains(type)).toList();
    }

    /** @throws PermanentFailure when a release removed the subscriber after the delivery was stored */
    public Subscriber named(String name) {
        return find(name).orElseThrow(() -> new PermanentFailure("no subscriber is called " + name));
    }

    Optional<Subscriber> find(String name) {
        return all.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
