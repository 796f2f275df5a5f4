package io.millrace.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What the value of a setting must be.
 *
 * @param must the rest of a sentence that begins with the setting's name
 * @param secret whether a wrong value must not be repeated
 */
record Kind(String must, boolean secret, Predicate<String> fits) {

    static final Kind TEXT = open("must be a text", value -> true);
    static final Kind SECRET = secret("must be a text", value -> true);
    static final Kind FLAG = open("must be true or false", value -> value.matches("(?i)true|false"));
    static final Kind TIME =
            open("must be a time of UTC from 00:00 to 23:59", value -> value.matches("([01]\\d|2[0-3]):[0-5]\\d"));
    static final Kind PORT = number(1, 65_535);
    static final Kind HOST = open("must be a host name or an address", value -> value.matches("[\\w.:%-]+"));
    static final Kind HEADER = open("must be the name of an HTTP header", value -> value.matches("[\\w-]+"));
    static final Kind EMAIL = open("must be an e-mail address", value -> value.matches("[^@\\s]+@[^@\\s]+"));
    static final Kind HTTP = open("must be an address that begins with http:// or https://", Kind::isHttp);
    // Never repeated: it may hold a password.
    static final Kind DATABASE = secret(
            "must start with jdbc:postgresql:, for example jdbc:postgresql://host/database",
            value -> value.startsWith("jdbc:postgresql:"));
    static final Kind KEY = secret("must be 32 bytes in base64 (openssl rand -base64 32)", Kind::isKey);

    static Kind number(int least, int most) {
        return open(
                "must be a number from " + least + " to " + most,
                value -> value.matches("\\d{1,9}")
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most);
    }

    /** As ISO 8601 writes it. */
    static Kind duration(String least, String most) {
        return open(
                "must be a duration from " + least + " to " + most + " (PT0.5S, PT30S, PT5M, PT1H)",
                value -> isBetween(value, Duration.parse(least), Duration.parse(most)));
    }

    static Kind oneOf(String... words) {
        return open(
                "must be one of " + String.join(", ", words),
                value -> List.of(words).contains(value.toLowerCase(Locale.ROOT)));
    }

    static Kind password(int shortest) {
        return secret("must have at least " + shortest + " characters", value -> value.length() >= shortest);
    }

    private static Kind open(String must, Predicate<String> fits) {
        return new Kind(must, false, fits);
    }

    private static Kind secret(String must, Predicate<String> fits) {
        return new Kind(must, true, fits);
    }

    private static boolean isBetween(String value, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(value);
            return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static boolean isHttp(String value) {
        try {
            URI address = new URI(value);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("(?i)https?");
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean isKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == 32;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
