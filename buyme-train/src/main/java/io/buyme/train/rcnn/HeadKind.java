package io.buyme.train.rcnn;

/** What a head is for; in the order in which they learn. */
enum HeadKind {
    PROPOSALS,
    BOXES,
    MASKS
}
