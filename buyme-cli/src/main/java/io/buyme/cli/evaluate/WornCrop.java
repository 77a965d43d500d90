package io.buyme.cli.evaluate;

import io.buyme.api.Article;
import io.buyme.api.Crop;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.WornGarment;
import java.util.Optional;

/**
 * A product as somebody in a look book wears it, cut out by a mask.
 *
 * @param look with its photo
 * @param garment what is worn
 * @param masks says which pixels show it
 */
record WornCrop(Look look, WornGarment garment, MaskSource masks) implements Sample {

    @Override
    public String name() {
        return look.name() + "/" + garment.item().id();
    }

    @Override
    public Crop crop() {
        CatalogItem item = garment.item();
        Article article =
                new Article(item.category(), item.superCategory(), 1, garment.box(), Optional.of(garment.mask()));
        return masks.crop(look.photo(), article);
    }
}
