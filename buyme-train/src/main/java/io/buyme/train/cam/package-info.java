/**
 * Trains the classifier behind class activation maps (Zhou et al., "Learning deep features for discriminative
 * localization", 2016): from pictures of which only the categories are known it learns where they are.
 */
@NullMarked
package io.buyme.train.cam;

import org.jspecify.annotations.NullMarked;
