package io.millrace.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.jspecify.annotations.Nullable;

/** Hashes and checks passwords with Argon2id, at the strength that OWASP's cheat sheet recommends. */
final class Passwords {

    // OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane.
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final String NOBODYS = hash("nobody has this password");

    private Passwords() {}

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    /** Takes as long for somebody who does not exist (a null hash), so that time tells nothing. */
    static boolean matches(String password, @Nullable String hash) {
        String stored = hash == null ? NOBODYS : hash;
        boolean same = Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
        return same && hash != null;
    }
}
