package io.buyme.cli.rerank;

/** Which pictures take part, so that what is fitted to some is measured on others. Told by a picture's name alone. */
public enum SamplePart {
    /** All of them. */
    ALL,
    /** Those to fit weights and probabilities to, one half. */
    FIT,
    /** Those to measure on, the other half. */
    MEASURE;

    boolean has(String name) {
        return this == ALL || (Math.floorMod(name.hashCode(), 2) == 0) == (this == FIT);
    }
}
