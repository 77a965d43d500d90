/**
 * Varies training pictures, so that a network learns articles and not pictures: geometry, color, noise, what is behind
 * the article and what hides a part of it.
 */
@NullMarked
package io.buyme.train.augment;

import org.jspecify.annotations.NullMarked;
