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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Puts our words and our colours into the vendor's, as its pages are served; what is not named stays as it is. */
public class Branding extends HttpFilter {

    /** Those of every page; each has its own besides. */
    private static final String OUR_WORDS = "/WEB-INF/words.json";

    private static final String OUR_COLOURS = "/WEB-INF/colours.json";

    private Map<String, byte[]> branded = Map.of();

    /** What it puts into the place of the vendor's. */
    static String[] paths() {
        return Arrays.stream(WebApp.values())
                .flatMap(app -> Stream.of(words(app), colours(app)))
                .toArray(String[]::new);
    }

    @Override
    public void init() throws ServletException {
        ServletContext web = getServletContext();
        Map<String, byte[]> files = new HashMap<>();
        for (WebApp app : WebApp.values()) {
            String ours = read(web, "/WEB-INF/" + app.path() + "-words.json");
            files.put(words(app), bytes(words(words(read(web, words(app)), read(web, OUR_WORDS)), ours)));
            files.put(colours(app), bytes(colours(read(web, colours(app)), read(web, OUR_COLOURS))));
        }
        branded = Map.copyOf(files);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        response.setContentType(path.endsWith(".json") ? "application/json;charset=UTF-8" : "text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=3600");
        response.getOutputStream().write(branded.getOrDefault(path, new byte[0]));
    }

    private static String words(WebApp app) {
        return WebApps.ROOT + "/app/" + app.path() + "/locales/en.json";
    }

    private static String colours(WebApp app) {
        return WebApps.ROOT + "/app/" + app.path() + "/camunda-" + app.path() + "-bootstrap.css";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
