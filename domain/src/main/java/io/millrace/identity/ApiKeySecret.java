package io.millrace.identity;

import io.millrace.tenancy.TenantScope;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The text that a program carries: {@code mr_live_}, eight characters that tell people which key it is, and then the
 * tenant and 256 random bits in one word. The beginning is fixed so that scanners of source code find keys that
 * somebody checked in; the tenant is inside, so that the look-up is bound to it like everything else.
 */
public final class ApiKeySecret {

    private static final String KIND = "mr_live_";
    private static final int REFERENCE = 8;
    private static final int SECRET_BYTES = 32;
    private static final int RADIX = 36;
    /** So many digits of that radix hold the tenant's 128 bits and the secret's 256. */
    private static final int DIGITS = 75;

    private static final Pattern FORM = Pattern.compile(KIND + "[0-9a-z]{" + (REFERENCE + DIGITS) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    /** For the bound tenant. */
    static ApiKeySecret make() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        UUID tenant = TenantScope.current();
        byte[] all = ByteBuffer.allocate(2 * Long.BYTES + SECRET_BYTES)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .put(secret)
                .array();
        return new ApiKeySecret(KIND + reference() + padded(new BigInteger(1, all), DIGITS));
    }

    private static String reference() {
        BigInteger below = BigInteger.valueOf(RADIX).pow(REFERENCE);
        return padded(new BigInteger(below.bitLength() + Long.SIZE, RANDOM).mod(below), REFERENCE);
    }

    private static String padded(BigInteger number, int digits) {
        String text = number.toString(RADIX).toLowerCase(Locale.ROOT);
        return "0".repeat(digits - text.length()) + text;
    }

    /** Empty when it is none of ours, whatever it is. */
    public static Optional<ApiKeySecret> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    /** Of the tenant that it claims to belong to. */
    public UUID tenant() {
        BigInteger all = new BigInteger(text.substring(KIND.length() + REFERENCE), RADIX);
        BigInteger tenant = all.shiftRight(Byte.SIZE * SECRET_BYTES);
        return new UUID(tenant.shiftRight(Long.SIZE).longValue(), tenant.longValue());
    }

    String prefix() {
        return text.substring(0, KIND.length() + REFERENCE);
    }

    String hash() {
        return TokenHash.of(text);
    }

    /** The whole of it; for whoever made it, once. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
