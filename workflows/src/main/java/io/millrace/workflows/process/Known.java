package io.millrace.workflows.process;

import io.millrace.workflows.catalogue.DelegateInput;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model of one tenant may refer to.
 *
 * @param delegates what a service task may call, by name, each with its input parameters
 * @param forms keys
 * @param completions use cases that a user task may name
 * @param groups those whom a task may be given to
 * @param events types of the platform's own, which a message may be named after
 * @param reserved how their names begin; nothing else may begin so
 * @param processes what a call activity finds, by key
 * @param decisions keys that a business rule task finds
 */
record Known(
        Map<String, List<DelegateInput>> delegates,
        Set<String> forms,
        Set<String> completions,
        Set<String> groups,
        Set<String> events,
        Set<String> reserved,
        Map<String, ModelXml> processes,
        Set<String> decisions) {}
