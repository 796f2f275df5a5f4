package io.millrace.web.pages;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What our pages say; whatever is put into them is escaped. */
final class Template {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().emptyStringIsFalse(true).zeroIsFalse(true).withLoader(Template::open);

    static final Template START = new Template("start");
    static final Template MAILS = new Template("mails");
    static final Template MAIL = new Template("mail");
    static final Template ERROR = new Template("error");

    private final com.samskivert.mustache.Template compiled;

    private Template(String name) {
        try (Reader reader = open(name)) {
            compiled = COMPILER.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String render(Map<String, Object> values) {
        return compiled.execute(values);
    }

    private static Reader open(String name) {
        InputStream file = Template.class.getResourceAsStream(name + ".html");
        if (file == null) throw new IllegalArgumentException("no template " + name);
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
