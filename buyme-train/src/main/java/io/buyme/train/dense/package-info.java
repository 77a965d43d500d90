/**
 * Trains a network that says of each cell of a photo which article it shows, and of the photo which articles are in it.
 * Its backbone and feature pyramid are also what the heads of a two-stage detector stand on.
 */
@NullMarked
package io.buyme.train.dense;

import org.jspecify.annotations.NullMarked;
