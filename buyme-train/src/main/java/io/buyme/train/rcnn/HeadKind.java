package io.buyme.train.rcnn;

/** What a head is for; in the order in which they learn. */
enum HeadKind {
    PROPOSALS(0),
    BOXES(1),
    MASKS(2);

    private final int seed;

    HeadKind(int seed) {
        this.seed = seed;
    }

    /** Returns the seed of this head's random numbers, so that heads do not draw the same ones. */
    long seed(long ofRun) {
        return ofRun + seed;
    }
}
