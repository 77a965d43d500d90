package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.SuperCategory;
import io.buyme.api.spi.Options;
import io.buyme.testkit.RealPhotos;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.WornGarment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Floors for what the embedder finds, well under what was measured, so that a real loss shows. */
class AppearanceRetrievalTest {

    private static final long SEED = 2003;
    private static final int NEIGHBORS = 10;

    private final Embedder embedder = new AppearanceProvider().create(Options.none());

    private record Entry(String label, Embedding embedding) {}

    @Test
    void findsWhatIsWornAmongTheProductsOfItsKind() {
        LookBook book = LookBook.withSeed(SEED);
        List<Entry> products = book.catalog(12 * LookBook.BLOCK).stream()
                .filter(item -> item.superCategory() == SuperCategory.UPPER)
                .map(item -> new Entry(item.id(), embedder.embed(Crop.ofProduct(item.picture(), SuperCategory.UPPER))))
                .toList();
        int found = 0;
        int wanted = 0;
        for (int i = 0; i < 6; i++) {
            Look look = book.look(i);
            for (WornGarment garment : look.worn()) {
                CatalogItem item = garment.item();
                if (item.superCategory() == SuperCategory.UPPER) {
                    wanted++;
                    found += nearest(products, worn(look.photo(), garment), 3).contains(item.id()) ? 1 : 0;
                }
            }
        }
        assertThat(wanted).isPositive();
        assertThat(found).isGreaterThanOrEqualTo((int) Math.ceil(0.7 * wanted));
    }

    @Test
    void findsGarmentsOfTheSameClassOnRealPhotos() throws IOException {
        List<Entry> index = read(RealPhotos.require("clothing-small/train"), 12);
        List<Entry> queries = read(RealPhotos.require("clothing-small/validation"), 5);
        long hits = 0;
        for (Entry query : queries) {
            hits += nearest(index, query.embedding(), NEIGHBORS).stream()
                    .filter(query.label()::equals)
                    .count();
        }
        double precision = (double) hits / (NEIGHBORS * queries.size());
        assertThat(precision).isGreaterThan(0.26);
    }

    private Embedding worn(BufferedImage photo, WornGarment garment) {
        return embedder.embed(new Crop(photo, Optional.of(garment.mask()), Optional.empty()));
    }

    private List<Entry> read(Path folder, int every) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < files.size(); i += every) {
            Path file = files.get(i);
            BufferedImage image = ImageIO.read(file.toFile());
            String label = file.getName(file.getNameCount() - 2).toString();
            entries.add(new Entry(label, embedder.embed(new Crop(image, Optional.empty(), Optional.empty()))));
        }
        return entries;
    }

    private static List<String> nearest(List<Entry> index, Embedding query, int count) {
        return index.stream()
                .sorted(Comparator.comparingDouble(
                                (Entry entry) -> entry.embedding().similarity(query))
                        .reversed())
                .limit(count)
                .map(Entry::label)
                .toList();
    }
}
