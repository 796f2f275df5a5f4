package io.millrace.api.http;

import io.millrace.api.json.WireJson;
import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A view of something that can be changed, with a tag that changes with it. */
public interface Tagged {

    /** From what the view shows: a version number would still be the old one before the commit. */
    default EntityTag tag() {
        return tagOf(this);
    }

    static EntityTag tagOf(Object shown) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(WireJson.write(shown));
            return new EntityTag(HexFormat.of().formatHex(Arrays.copyOf(hash, 12)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
