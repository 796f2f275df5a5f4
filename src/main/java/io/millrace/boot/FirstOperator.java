package io.millrace.boot;

import io.millrace.identity.AddMember;
import io.millrace.identity.Memberships;
import io.millrace.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the first person into an installation in which there is nobody yet. */
@ApplicationScoped
public class FirstOperator {

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    @Inject
    AddMember addMember;

    @Inject
    Memberships memberships;

    @Inject
    @ConfigProperty(name = "millrace.operator.email")
    Optional<String> email;

    @Inject
    @ConfigProperty(name = "millrace.operator.password")
    Optional<String> password;

    /** In the platform's tenant, unless somebody operates it already: a password of theirs is never set back. */
    @Transactional
    void ensure(boolean demo) {
        if (!memberships.activeWith(Role.OPERATOR).isEmpty()) return;
        if (email.isPresent() && password.isPresent()) {
            addMember.add(email.get(), "Operator", password.get(), Set.of(Role.OPERATOR), Set.of());
            log.info("operator added to tenant millrace; the settings are not needed any more");
        } else if (!demo) {
            log.warn("nobody operates this installation; set MILLRACE_OPERATOR_EMAIL and MILLRACE_OPERATOR_PASSWORD");
        }
    }
}
