package io.buyme.testkit.lookbook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A book of drawn people in drawn clothes, and the catalogue of those clothes. Immutable and safe for concurrent use;
 * everything is drawn when asked for and depends on nothing but the seed and the index.
 *
 * <p>Which item belongs to which look: items come in blocks of {@value #BLOCK}, and everything that the person of look
 * {@code i} wears is among the items {@code 8 * i} to {@code 8 * i + 7}. A block holds a top, a bottom, footwear, a
 * jacket or coat, a dress, a bag, a hat and one more top or bottom, in this order; what the person leaves in the
 * wardrobe is sold all the same. So {@code catalog(8 * n)} contains all that is worn in looks 0 to {@code n - 1}, and
 * any further items are distractors.
 */
public final class LookBook {

    /** How many items belong to each look. */
    public static final int BLOCK = 8;

    private static final List<Kind> TOPS = List.of(Kind.T_SHIRT, Kind.LONGSLEEVE, Kind.SHIRT, Kind.SWEATER);
    private static final List<List<Kind>> SLOTS = List.of(
            TOPS,
            List.of(Kind.PANTS, Kind.PANTS, Kind.PANTS, Kind.SHORTS, Kind.SKIRT),
            List.of(Kind.SNEAKERS, Kind.SNEAKERS, Kind.BOOTS, Kind.HEELS),
            List.of(Kind.JACKET, Kind.JACKET, Kind.COAT),
            List.of(Kind.DRESS),
            List.of(Kind.BAG),
            List.of(Kind.HAT),
            List.of(Kind.T_SHIRT, Kind.LONGSLEEVE, Kind.SHIRT, Kind.PANTS, Kind.SHORTS, Kind.SKIRT));

    private final long seed;

    private LookBook(long seed) {
        this.seed = seed;
    }

    /** Returns the book of a seed. */
    public static LookBook withSeed(long seed) {
        return new LookBook(seed);
    }

    /** Draws a look from the front. */
    public Look look(int index) {
        return look(index, View.FRONT);
    }

    /**
     * Draws a look. The person and the outfit depend on the index alone; pose, place and light differ between views.
     *
     * @throws IllegalArgumentException if the index is negative
     */
    public Look look(int index, View view) {
        requireNonNull(view, "view");
        BodyShape shape = BodyShape.random(Dice.of(seed, checked(index), "body"));
        Dice dice = Dice.of(seed, index, "photo " + view);
        return new Photographer(view, outfit(index), dice).shoot(index, shape);
    }

    /**
     * Returns an item of the catalogue.
     *
     * @throws IllegalArgumentException if the index is negative
     */
    public CatalogItem item(int index) {
        Dice dice = Dice.of(seed, checked(index), "design");
        Kind kind = dice.pick(SLOTS.get(index % BLOCK));
        return new CatalogItem(seed, index, Designer.design(kind, dice));
    }

    /** Returns the first items of the catalogue; see the class for which looks wear them. */
    public List<CatalogItem> catalog(int size) {
        return IntStream.range(0, size).mapToObj(this::item).toList();
    }

    /**
     * Writes a shop and its customers to a folder: {@code products.csv} with the columns id, title, brand, price,
     * currency, link, image, category; the product pictures as {@code products/<category>/<id>.png}; front views as
     * {@code looks/<name>.png}; and {@code truth.csv} with what is worn in them: look, item, category, x, y, width,
     * height, in pixels of the look. Files of that name are replaced.
     *
     * @param products how many; {@code 8 * looks} or more to have on sale all that is worn
     * @param looks how many
     * @return the files of the looks, in order
     * @throws IOException if the folder cannot be written to
     */
    public List<Path> writeTo(Path folder, int products, int looks) throws IOException {
        LookBookFiles files = new LookBookFiles(folder);
        files.writeProducts(catalog(products));
        return files.writeLooks(IntStream.range(0, looks).mapToObj(this::look).iterator());
    }

    private Outfit outfit(int index) {
        Dice dice = Dice.of(seed, index, "outfit");
        List<CatalogItem> worn = new ArrayList<>();
        boolean dress = BodyShape.random(Dice.of(seed, index, "body")).slender() && dice.chance(0.3);
        if (dress) {
            worn.add(slot(index, 4));
        } else {
            worn.add(slot(index, 0));
            worn.add(slot(index, 1));
        }
        worn.add(slot(index, 2));
        // A wide skirt does not go under a coat.
        boolean narrow = worn.stream().allMatch(item -> item.design().cut().flare() < 0.02);
        addIf(narrow && dice.chance(0.32), worn, slot(index, 3));
        addIf(dice.chance(0.3), worn, slot(index, 5));
        addIf(dice.chance(0.2), worn, slot(index, 6));
        return new Outfit(worn);
    }

    private CatalogItem slot(int look, int slot) {
        return item(Math.addExact(Math.multiplyExact(look, BLOCK), slot));
    }

    private static void addIf(boolean condition, List<CatalogItem> worn, CatalogItem item) {
        if (condition) {
            worn.add(item);
        }
    }

    private static int checked(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("an index is not negative, got " + index);
        }
        return index;
    }
}
