package io.buyme.cli.evaluate;

import io.buyme.api.Crop;
import io.buyme.testkit.lookbook.CatalogItem;

/**
 * The flat-lay of a look book's product.
 *
 * @param item the product
 */
record ProductPicture(CatalogItem item) implements Sample {

    @Override
    public String name() {
        return item.id();
    }

    @Override
    public Crop crop() {
        return Crop.ofProduct(item.picture(), item.superCategory());
    }
}
