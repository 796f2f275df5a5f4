package io.millrace.api.multipart;

import io.millrace.Refusal.Finding;
import io.millrace.api.json.BodyTooLarge;
import io.millrace.api.json.InvalidBody;
import io.millrace.api.json.UnreadableBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads forms with a file in the field {@code file}, and nothing else in them. Jakarta's own {@code EntityPart} would
 * not do: it hands out parts after all of them were taken in, to disk beyond some size, so that what is too long would
 * be refused late instead of at its first byte too many.
 */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class FileFormReader implements MessageBodyReader<FileForm> {

    static final int LONGEST_FILE = 1024 * 1024;
    /** For what the form puts around the file. */
    private static final int AROUND = 16 * 1024;

    private static final String FIELD = "file";

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FileForm.class;
    }

    @Override
    public FileForm readFrom(
            Class<FileForm> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_FILE + AROUND + 1);
        if (bytes.length > LONGEST_FILE + AROUND) throw new BodyTooLarge(LONGEST_FILE);
        if (bytes.length == 0) throw UnreadableBody.missing();
        return read(mediaType.getParameters().get("boundary"), bytes);
    }

    static FileForm read(@Nullable String boundary, byte[] body) {
        if (boundary == null) throw new UnreadableBody("The Content-Type names no boundary.");
        List<Part> parts = Parts.of(boundary, body);
        List<Part> files = named(parts).toList();
        List<Finding> findings = new ArrayList<>();
        parts.stream()
                .filter(part -> !part.name().equals(FIELD))
                .forEach(part -> findings.add(new Finding(part.pointer(), "is not a field of this form")));
        if (files.isEmpty()) findings.add(new Finding("/" + FIELD, "is missing"));
        if (files.size() > 1) findings.add(new Finding("/" + FIELD, "must be given once"));
        if (!findings.isEmpty()) throw new InvalidBody(findings);
        Part file = files.get(0);
        if (file.length() > LONGEST_FILE) throw new BodyTooLarge(LONGEST_FILE);
        return new FileForm(new UploadedFile(file.content()));
    }

    private static Stream<Part> named(List<Part> parts) {
        return parts.stream().filter(part -> part.name().equals(FIELD));
    }
}
