package io.buyme.train.objective;

/** Which negative is paired with an anchor and a positive. */
public enum Mining {
    /** The nearest one that is farther than the positive, or else the farthest (FaceNet, Schroff et al. 2015). */
    SEMI_HARD,
    /** The farthest positive with the nearest negative (Hermans et al. 2017). */
    BATCH_HARD
}
