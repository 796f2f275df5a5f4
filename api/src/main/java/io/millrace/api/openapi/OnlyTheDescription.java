package io.millrace.api.openapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;

/** Lets nothing out at {@code /openapi} but the description itself: the server's part would publish a WADL too. */
@WebFilter("/openapi/*")
public class OnlyTheDescription extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean isTheDescription = path.equals("/openapi") || path.equals("/openapi/");
        if (!isTheDescription) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (!READING.contains(request.getMethod())) response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        else chain.doFilter(request, new YamlByName(response));
    }

    /** The server's part calls YAML plain text; RFC 9512 has given it a name. */
    private static final class YamlByName extends HttpServletResponseWrapper {

        YamlByName(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setContentType(String type) {
            super.setContentType(named(type));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, isType(name) ? named(value) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, isType(name) ? named(value) : value);
        }

        private static boolean isType(String header) {
            return header.equalsIgnoreCase("Content-Type");
        }

        private static String named(String type) {
            return type.startsWith("text/plain") ? "application/yaml" : type;
        }
    }
}
