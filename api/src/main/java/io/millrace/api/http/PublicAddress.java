package io.millrace.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach us. What we give out begins with it, for a request's Host header says whatever its sender likes. */
@ApplicationScoped
public class PublicAddress {

    @Inject
    @ConfigProperty(name = "millrace.public.url", defaultValue = "http://localhost:8080")
    String url = "";

    /** Of what a request asked for, without its query. */
    public UriBuilder of(UriInfo here) {
        return UriBuilder.fromUri(url).path(here.getRequestUri().getRawPath());
    }
}
