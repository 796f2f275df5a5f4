package io.millrace.api.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is submitted with a task; the names, types and choices are those of the task's form. */
record Completion(Map<String, @Nullable Object> variables) {}
