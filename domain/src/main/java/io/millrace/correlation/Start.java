package io.millrace.correlation;

import java.util.List;

/** A process that an event starts, with the fields of the event's data that it is given. */
public record Start(String definitionId, String key, List<String> variables) {}
