package io.millrace.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the engine: writes down what is started, and fails for processes that are called so. */
@ApplicationScoped
public class RecordedStarts implements ScheduledProcesses {

    private final List<String> starts = new CopyOnWriteArrayList<>();

    @Override
    public boolean isStartable(String key) {
        return !key.startsWith("unknown");
    }

    @Override
    public void start(String key, String subject, Map<String, Object> variables) {
        if (key.startsWith("broken")) throw new IllegalStateException("as the test asked");
        starts.add(key + " " + subject + " " + new TreeMap<>(variables));
    }

    /** Those that rolled back afterwards, too. */
    public List<String> all() {
        return List.copyOf(starts);
    }

    public void forget() {
        starts.clear();
    }
}
