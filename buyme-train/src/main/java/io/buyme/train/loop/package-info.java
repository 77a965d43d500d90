/**
 * Trains an embedder: draws batches, takes steps, keeps checkpoints, watches a measure on pictures that are not learned
 * from, and stops in time.
 */
@NullMarked
package io.buyme.train.loop;

import org.jspecify.annotations.NullMarked;
