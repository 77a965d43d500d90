/**
 * The detector {@code cam}: where a network that was only ever told what is in a photo looks when it names it (class
 * activation maps, Zhou et al., "Learning deep features for discriminative localization", 2016), over windows of several
 * sizes.
 */
@NullMarked
package io.buyme.detect.cam;

import org.jspecify.annotations.NullMarked;
