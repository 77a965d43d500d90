package io.buyme.cli.suggest;

import static java.util.Objects.requireNonNull;

import io.buyme.train.active.PhotoFindings;
import java.util.List;

/**
 * What was seen in a photo.
 *
 * @param width in pixels
 * @param height in pixels
 * @param findings by which it is ranked; they have its name
 * @param guesses articles by the first detector
 */
public record ScoutedPhoto(int width, int height, PhotoFindings findings, List<Guess> guesses) {

    /** Copies the list. */
    public ScoutedPhoto {
        requireNonNull(findings, "findings");
        guesses = List.copyOf(guesses);
    }
}
