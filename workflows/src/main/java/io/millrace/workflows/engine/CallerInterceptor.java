package io.millrace.workflows.engine;

import io.millrace.tenancy.NoTenantBound;
import io.millrace.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Makes every engine command work for the bound tenant and, where somebody acts, as that member. Without
 * an authentication the engine checks no tenant at all, so a command that works for nobody is refused.
 */
final class CallerInterceptor extends CommandInterceptor {

    private final Supplier<IdentityService> identities;
    private final Callers callers;

    CallerInterceptor(Supplier<IdentityService> identities, Callers callers) {
        this.identities = identities;
        this.callers = callers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean isNested = Context.getCommandContext() != null;
        if (isNested || NodeWork.isOpen()) return next.execute(command);
        Authentication signedIn = identities.get().getCurrentAuthentication();
        if (signedIn == null) return executeAsCaller(command);
        requireSameTenant(signedIn);
        return next.execute(command);
    }

    private <T> T executeAsCaller(Command<T> command) {
        if (TenantScope.bound().isEmpty()) throw new NoTenantBound();
        identities.get().setAuthentication(callers.current());
        try {
            return next.execute(command);
        } finally {
            identities.get().clearAuthentication();
        }
    }

    private static void requireSameTenant(Authentication signedIn) {
        UUID bound = TenantScope.current();
        if (signedIn.getTenantIds() == null || !signedIn.getTenantIds().equals(List.of(bound.toString()))) {
            throw new IllegalStateException(
                    "the engine's caller belongs to another tenant than the thread's, " + bound);
        }
    }
}
