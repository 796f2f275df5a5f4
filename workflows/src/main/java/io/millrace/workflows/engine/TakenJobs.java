package io.millrace.workflows.engine;

/**
 * How a node fares among those that look for the same jobs of the engine, since its start.
 *
 * @param lost how many it wanted and another node had taken a moment before
 */
public record TakenJobs(long taken, long lost) {}
