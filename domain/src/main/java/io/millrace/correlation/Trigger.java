package io.millrace.correlation;

import java.time.Duration;
import java.util.List;

/**
 * A place in a model where events of a type come in.
 *
 * @param activityId where in the model
 * @param starts whether it starts the process; else it moves what waits there
 * @param variables which fields of the event's data the process is given
 * @param keep how long an event waits for a process to come there
 */
public record Trigger(String activityId, String type, boolean starts, List<String> variables, Duration keep) {}
