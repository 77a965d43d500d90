/**
 * Active learning: of photos that nobody has annotated, which are worth annotating first? Knows no detector, only what
 * detectors found. The three signs are the usual ones of the field (Settles, "Active Learning Literature Survey", 2009):
 * a committee that disagrees, a detector that is unsure, and what is rare among the labels so far.
 */
@NullMarked
package io.buyme.train.active;

import org.jspecify.annotations.NullMarked;
