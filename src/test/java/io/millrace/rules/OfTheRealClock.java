package io.millrace.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Set;

/** Every way to ask the machine's clock instead of the injected one. */
final class OfTheRealClock {

    static final DescribedPredicate<JavaMethodCall> ASKED =
            DescribedPredicate.describe("asks the machine's clock", OfTheRealClock::isAsked);

    private static final Set<String> CLOCKS =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    private OfTheRealClock() {}

    private static boolean isAsked(JavaMethodCall call) {
        String method = call.getName();
        String owner = call.getTargetOwner().getName();
        if (owner.equals(Clock.class.getName())) return CLOCKS.contains(method);
        if (owner.equals("java.lang.System")) return method.equals("currentTimeMillis");
        boolean isGivenTheClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.startsWith("java.time.") && method.equals("now") && !isGivenTheClock;
    }
}
