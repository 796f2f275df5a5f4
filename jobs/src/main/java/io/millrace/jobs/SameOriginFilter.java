package io.millrace.jobs;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites from using an operator's browser, which remembers the dashboard's password, and the dashboard
 * from asking its vendor's site for news.
 */
final class SameOriginFilter extends Filter {

    private static final int FORBIDDEN = 403;

    @Override
    public String description() {
        return "same origin";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (isForeign(origin, host)) {
            exchange.sendResponseHeaders(FORBIDDEN, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", "connect-src 'self'; frame-ancestors 'none'");
        chain.doFilter(exchange);
    }

    static boolean isForeign(@Nullable String origin, @Nullable String host) {
        if (origin == null) return false;
        try {
            return !URI.create(origin).getAuthority().equals(host);
        } catch (IllegalArgumentException | NullPointerException e) {
            return true; // "null" is what a sandboxed page sends
        }
    }
}
