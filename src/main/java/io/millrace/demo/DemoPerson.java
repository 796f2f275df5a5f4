package io.millrace.demo;

import java.util.Locale;
import java.util.Set;

/**
 * One of those who can sign in to the demo.
 *
 * @param tenant its slug
 * @param roles by the names that they have in the product, as are the groups
 * @param does what to sign in as them for, in words
 */
public record DemoPerson(String tenant, String firstName, Set<String> roles, Set<String> groups, String does) {

    public String email() {
        return firstName + "@" + tenant + ".test";
    }

    public String name() {
        return capital(firstName) + " " + capital(tenant);
    }

    DemoPerson of(String other) {
        return new DemoPerson(other, firstName, roles, groups, does);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
