package io.millrace.web;

import io.millrace.LostRace;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people read in the vendor's pages when something failed that nobody refused. */
record Faults(int status, String code, String words) {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    static final Faults LOST_RACE = new Faults(
            HttpServletResponse.SC_CONFLICT,
            "concurrent_change",
            "Somebody changed the same thing at the same moment. Read it again, then decide.");

    static final Faults OURS = new Faults(
            HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
            "fault",
            "Something went wrong on our side. Nothing was changed; please try again.");

    /** A lost race is nobody's fault; anything else is logged, for the message names classes. */
    static Faults of(Throwable failure, String path) {
        if (LostRace.isBehind(failure)) return LOST_RACE;
        log.error("a call of the web applications failed path={}", path, failure);
        return OURS;
    }
}
