/** Learns from clicks and judgments how much each signal counts in a ranking. Knows nothing of what the signals are. */
@NullMarked
package io.buyme.train.rerank;

import org.jspecify.annotations.NullMarked;
