package io.millrace.workflows.engine;

/** The engine of this node runs and has its shared models; fired before it takes jobs. */
public record EngineStarted() {}
