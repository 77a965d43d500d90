package io.buyme.train.active;

/**
 * Why a photo may be worth annotating.
 *
 * @param value 0 to 1
 * @param words that say so; empty if there is nothing to say
 */
record Sign(double value, String words) {

    static final Sign NONE = new Sign(0, "");
}
