/**
 * The synthetic look book: drawn people who wear drawn garments, and the same garments as shop pictures, with exact
 * boxes, masks, keypoints and identities. It stands in for photos that cannot be shipped: in tests with known answers
 * and as the sample data of {@code buyme demo}.
 *
 * <p>Everything is drawn with Java2D in plain software, from a seed: no files, no fonts, no screen. The same seed gives
 * the same pixels on the same Java release.
 */
@NullMarked
package io.buyme.testkit.lookbook;

import org.jspecify.annotations.NullMarked;
