package io.millrace.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindowManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When the engine forgets what its models say is to be forgotten: every day, from one time of UTC to another. The
 * vendor's own counts in the zone of whichever machine it runs on, and is an hour off after a change of clocks.
 */
@ApplicationScoped
@SuppressWarnings("JavaUtilDate") // the vendor's
public class CleanupWindow implements BatchWindowManager {

    @Inject
    @ConfigProperty(name = "millrace.engine.history.cleanup.start", defaultValue = "01:00")
    LocalTime start;

    /** Not after the start: it is the next day's. */
    @Inject
    @ConfigProperty(name = "millrace.engine.history.cleanup.end", defaultValue = "05:00")
    LocalTime end;

    @Override
    public boolean isBatchWindowConfigured(ProcessEngineConfigurationImpl engine) {
        return true;
    }

    @Override
    public BatchWindow getCurrentOrNextBatchWindow(Date date, ProcessEngineConfigurationImpl engine) {
        BatchWindow yesterdays = of(day(date).minusDays(1));
        if (yesterdays.isWithin(date)) return yesterdays;
        BatchWindow todays = of(day(date));
        return date.before(todays.getEnd()) ? todays : of(day(date).plusDays(1));
    }

    @Override
    public BatchWindow getNextBatchWindow(Date date, ProcessEngineConfigurationImpl engine) {
        BatchWindow todays = of(day(date));
        return date.before(todays.getStart()) ? todays : of(day(date).plusDays(1));
    }

    private BatchWindow of(LocalDate day) {
        LocalDate lastDay = end.isAfter(start) ? day : day.plusDays(1);
        return new BatchWindow(at(day, start), at(lastDay, end));
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).toInstant(ZoneOffset.UTC));
    }
}
