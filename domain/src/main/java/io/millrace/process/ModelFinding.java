package io.millrace.process;

/**
 * One thing that is wrong with a model.
 *
 * @param element its id, or its name and line where it has none
 * @param rule stable, for programs
 * @param detail what is wrong, one sentence
 * @param advice what to do about it, one sentence
 */
public record ModelFinding(String element, String rule, String detail, String advice) {}
