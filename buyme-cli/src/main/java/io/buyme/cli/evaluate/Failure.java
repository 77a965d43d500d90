package io.buyme.cli.evaluate;

/**
 * A picture that could not be scored.
 *
 * @param file as the labels or the folder have it
 * @param error why
 */
public record Failure(String file, String error) {}
