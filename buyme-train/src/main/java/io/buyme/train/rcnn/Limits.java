package io.buyme.train.rcnn;

/**
 * How many boxes are kept on the way.
 *
 * @param candidates anchors of the highest scores, before overlapping ones are left out
 * @param proposals regions to look at
 * @param proposalIou overlap from which on a proposal gives way to a better one
 * @param score below which a detection is left out
 * @param detectionIou overlap from which on a detection gives way to a better one of its category
 * @param perCategory detections of a category at most
 * @param detections of a picture at most
 */
record Limits(
        int candidates,
        int proposals,
        double proposalIou,
        double score,
        double detectionIou,
        int perCategory,
        int detections) {

    static Limits standard() {
        return new Limits(500, 100, 0.7, 0.05, 0.5, 4, 24);
    }
}
