package io.millrace.boot;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.RequestURIRef;

/**
 * Leads requests with a broken address to where they are refused in words. The servlet container fails at them
 * before any filter of ours and answers 200 with nothing.
 */
final class AddressCheck extends HttpServerProbe.Adapter {

    private static final String REFUSED = "/unreadable-address";

    @Override
    public void onRequestReceiveEvent(HttpServerFilter filter, Connection connection, Request request) {
        RequestURIRef address = request.getRequest().getRequestURIRef();
        String path = address.getURI();
        if (ReadableAddress.is(path)) return;
        address.init(path.startsWith("/api/") ? "/api" + REFUSED : REFUSED);
    }
}
