/**
 * Recommendations out of nearest neighbours: {@link io.buyme.catalog.recommend.Recommender} weighs similarity, tags,
 * colours and category, lists variants of one style once, avoids lists of look-alikes, and says when nothing is good.
 */
@NullMarked
package io.buyme.catalog.recommend;

import org.jspecify.annotations.NullMarked;
