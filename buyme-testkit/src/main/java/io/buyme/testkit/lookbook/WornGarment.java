package io.buyme.testkit.lookbook;

import io.buyme.api.Box;
import io.buyme.api.Mask;

/**
 * A garment that somebody wears in a photo.
 *
 * @param item the product in the catalogue
 * @param box around the pixels that are seen
 * @param mask the pixels that are seen; what an arm, a coat or a bag hides does not belong to it
 */
public record WornGarment(CatalogItem item, Box box, Mask mask) {}
