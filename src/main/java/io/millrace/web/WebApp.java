package io.millrace.web;

import io.millrace.identity.Member;
import io.millrace.identity.NotAllowed;
import io.millrace.identity.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of the vendor's applications that we serve: whom it is for, and what its pages may call. */
enum WebApp {
    TASKLIST(Permission.TASK_READ, "Tasklist is for members who complete tasks.", TasklistCalls.ALL),
    COCKPIT(
            Permission.PROCESS_READ,
            "Cockpit is for analysts, managers and administrators, and for operators.",
            CockpitCalls.ALL);

    private final Permission needed;
    private final String whom;

    @SuppressWarnings("ImmutableEnumChecker") // a record of lists that nobody can change
    private final AllowedCalls calls;

    WebApp(Permission needed, String whom, AllowedCalls calls) {
        this.needed = needed;
        this.whom = whom;
        this.calls = calls;
    }

    /** As its addresses write it. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Member member) {
        return member.may(needed);
    }

    /** What to throw at members whom it is not for. */
    NotAllowed notFor() {
        return new NotAllowed(whom);
    }

    boolean offers(String method, String path, @Nullable String query) {
        return AllowedCalls.OF_EVERY_PAGE.allow(method, path, query) || calls.allow(method, path, query);
    }

    /** By their paths. */
    static Set<String> pathsOf(Member member) {
        return Arrays.stream(values())
                .filter(app -> app.isFor(member))
                .map(WebApp::path)
                .collect(Collectors.toSet());
    }
}
