package io.buyme.testkit.lookbook;

import io.buyme.api.Mask;
import io.buyme.api.Price;
import io.buyme.api.SuperCategory;
import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * A product of the look book. Its picture is drawn anew at each call, so that 100,000 items cost no memory. Immutable;
 * two items are equal if they come from the same seed and index.
 */
public final class CatalogItem {

    private final long bookSeed;
    private final int index;
    private final Design design;
    private final Label label;

    CatalogItem(long bookSeed, int index, Design design) {
        this.bookSeed = bookSeed;
        this.index = index;
        this.design = design;
        this.label = Label.of(design, Dice.of(bookSeed, index, "label"));
    }

    /** Returns the id, such as {@code item-000017}. */
    public String id() {
        return "item-%06d".formatted(index);
    }

    /** Returns the place in the catalogue. */
    public int index() {
        return index;
    }

    /** Returns the title for people, such as {@code Striped navy t-shirt, crew neck}. */
    public String title() {
        return label.title();
    }

    /** Returns the brand, which is invented. */
    public String brand() {
        return label.brand();
    }

    /** Returns the price. */
    public Price price() {
        return label.price();
    }

    /** Returns the category in the words of the standard taxonomy, such as {@code t-shirt}. */
    public String category() {
        return design.kind().word();
    }

    /** Returns the super-category of the {@link #category()}. */
    public SuperCategory superCategory() {
        return design.kind().superCategory();
    }

    /** Returns what is known of the design, such as {@code color}, {@code pattern}, {@code sleeve}, {@code neckline}. */
    public Map<String, String> attributes() {
        return label.attributes();
    }

    /** Draws the product picture, a flat-lay of 320x400 pixels. The caller owns the image. */
    public BufferedImage picture() {
        return flatLay().picture();
    }

    /** Returns the pixels of {@link #picture()} that show the product. */
    public Mask flatLayMask() {
        return flatLay().mask();
    }

    Design design() {
        return design;
    }

    private FlatLay flatLay() {
        return FlatLay.of(design, Dice.of(bookSeed, index, "table"));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CatalogItem other && bookSeed == other.bookSeed && index == other.index;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bookSeed * 31 + index);
    }

    @Override
    public String toString() {
        return id() + " " + title();
    }
}
