package io.millrace.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells from where a request comes; behind a proxy of ours, as that proxy says. */
@ApplicationScoped
public class ClientAddress {

    @Inject
    @ConfigProperty(name = "millrace.proxy.client-header")
    Optional<String> header = Optional.empty();

    public String of(HttpServletRequest request) {
        return header.map(name -> Collections.list(request.getHeaders(name)))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> last(String.join(",", lines)))
                .orElseGet(request::getRemoteAddr);
    }

    /** Proxies append, to the line or as a line: what stands before it is what the client says of itself. */
    private static String last(String addresses) {
        return addresses.substring(addresses.lastIndexOf(',') + 1).strip();
    }
}
