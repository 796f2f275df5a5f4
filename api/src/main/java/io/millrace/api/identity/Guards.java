package io.millrace.api.identity;

import io.millrace.api.http.Endpoint;
import io.millrace.api.http.RequestBoundary;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Puts a guard before every resource method that is not public. A method that says neither stops the boot. */
@Provider
@ApplicationScoped
public class Guards implements DynamicFeature {

    @Inject
    Caller caller;

    @Inject
    CurrentMember currentMember;

    @Inject
    Authorizer authorizer;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Endpoint endpoint = Endpoint.of(resource);
        Method method = endpoint.method();
        if (!endpoint.isOurs() || method.isAnnotationPresent(Public.class)) return;
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null) throw new IllegalStateException(method + " says neither @Requires nor @Public");
        context.register(new Guard(requires.value()));
    }

    /** Binds the caller to the thread until the request's boundary lets go, then asks whether they may. */
    @Priority(Priorities.AUTHENTICATION)
    private final class Guard implements ContainerRequestFilter {

        private final Permission needed;

        Guard(Permission needed) {
            this.needed = needed;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            Member member = caller.of(
                    request.getHeaderString(HttpHeaders.AUTHORIZATION),
                    request.getHeaderString("X-API-Key"),
                    request.getHeaderString("X-Tenant-ID"));
            request.setProperty(RequestBoundary.BINDING, currentMember.open(member));
            authorizer.require(needed);
        }
    }
}
