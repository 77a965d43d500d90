/**
 * What a network is trained for: tags, classes, distances or reconstruction, each as a DL4J loss with its own gradient.
 * Losses keep to DL4J's convention: score and gradient are sums over the rows of a batch, divided by their number later.
 */
@NullMarked
package io.buyme.train.objective;

import org.jspecify.annotations.NullMarked;
