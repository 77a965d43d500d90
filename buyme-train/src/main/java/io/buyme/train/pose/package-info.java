/**
 * Trains a network that finds the joints of a person by distillation (Hinton et al., "Distilling the knowledge in a neural
 * network", 2015): a pose classifier that is there already says where they are in photos that nobody has annotated.
 */
@NullMarked
package io.buyme.train.pose;

import org.jspecify.annotations.NullMarked;
