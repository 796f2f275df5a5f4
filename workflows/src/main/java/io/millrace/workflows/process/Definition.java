package io.millrace.workflows.process;

import io.millrace.process.Model;

/** A model with what the engine knows it by. */
record Definition(Model model, String engineId, String deploymentId) {}
