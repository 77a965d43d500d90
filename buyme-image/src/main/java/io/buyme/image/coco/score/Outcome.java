package io.buyme.image.coco.score;

/** What a detection turned out to be. */
enum Outcome {
    RIGHT,
    WRONG,
    /** It found what need not be found, or found nothing and is outside the area range. */
    IGNORED
}
