package io.buyme.train.rcnn;

/**
 * What the box head found.
 *
 * @param label of its category, counted from 0
 * @param score 0 to 1
 */
record RawDetection(int label, double score, Rect box) {}
