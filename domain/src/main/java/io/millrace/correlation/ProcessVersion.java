package io.millrace.correlation;

/** A version of a process under the id that the engine knows it by. */
public record ProcessVersion(String definitionId, String key, int version) {}
