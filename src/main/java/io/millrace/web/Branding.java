package io.millrace.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Puts our words and our colours into the vendor's, as its pages are served; what is not named stays as it is. */
public class Branding extends HttpFilter {

    static final String WORDS = WebApps.ROOT + "/app/tasklist/locales/en.json";
    static final String COLOURS = WebApps.ROOT + "/app/tasklist/camunda-tasklist-bootstrap.css";

    private static final String OUR_WORDS = "/WEB-INF/tasklist-words.json";
    private static final String OUR_COLOURS = "/WEB-INF/tasklist-colours.json";

    private Map<String, byte[]> branded = Map.of();

    @Override
    public void init() throws ServletException {
        ServletContext web = getServletContext();
        branded = Map.of(
                WORDS, words(read(web, WORDS), read(web, OUR_WORDS)).getBytes(StandardCharsets.UTF_8),
                COLOURS, colours(read(web, COLOURS), read(web, OUR_COLOURS)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        response.setContentType(path.equals(WORDS) ? "application/json;charset=UTF-8" : "text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=3600");
        response.getOutputStream().write(branded.getOrDefault(path, new byte[0]));
    }

    static String words(String vendors, String ours) {
        JsonObject all = object(vendors);
        var labels = Json.createObjectBuilder(all.getJsonObject("labels"));
        object(ours).forEach(labels::add);
        return Json.createObjectBuilder(all).add("labels", labels).build().toString();
    }

    static String colours(String vendors, String ours) {
        String css = vendors;
        JsonObject replacements = object(ours);
        for (String colour : replacements.keySet()) {
            css = css.replace(colour, replacements.getString(colour));
        }
        return css;
    }

    private static JsonObject object(String json) {
        // The vendor's file begins with a byte order mark.
        try (JsonReader reader = Json.createReader(new StringReader(json.replace("\uFEFF", "")))) {
            return reader.readObject();
        }
    }

    private static String read(ServletContext web, String path) throws ServletException {
        try (InputStream in = web.getResourceAsStream(path)) {
            if (in == null) throw new ServletException("the application holds no " + path);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServletException("cannot read " + path, e);
        }
    }
}
