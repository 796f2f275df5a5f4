package io.millrace.workflows.engine;

import io.millrace.outbox.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The locks by which a node's job executor keeps what it has taken from the others. */
@ApplicationScoped
class JobLocks {

    private static final Logger log = LoggerFactory.getLogger(JobLocks.class);

    /** Counted as a change, so that whoever still works at one cannot end it beside somebody else. */
    private static final String SET_FREE = """
            UPDATE camunda.act_ru_job SET lock_owner_ = NULL, lock_exp_time_ = NULL, rev_ = rev_ + 1
            WHERE lock_owner_ = ?""";

    @Inject
    Rows rows;

    @Inject
    @ConfigProperty(name = "millrace.engine.lock", defaultValue = "PT1M")
    Duration length;

    Duration length() {
        return length;
    }

    void setFree(String owner) {
        int jobs = rows.update(SET_FREE, owner);
        if (jobs > 0) log.info("the database was away; jobs of the engine are taken anew jobs={}", jobs);
    }
}
