package io.millrace.api.multipart;

import com.fasterxml.jackson.annotation.JsonValue;

/** The bytes of a file as they were sent, whatever they are. */
public final class UploadedFile {

    private final byte[] content;

    UploadedFile(byte[] content) {
        this.content = content;
    }

    /** As a value of a request that is compared with another. */
    @JsonValue
    public byte[] content() {
        return content.clone();
    }
}
