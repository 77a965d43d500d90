package io.buyme.testkit.lookbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookBookTest {

    private final LookBook book = LookBook.withSeed(7);

    @Test
    void drawsTheSamePhotoTwice() {
        assertThat(pixels(LookBook.withSeed(7).look(3).photo()))
                .isEqualTo(pixels(book.look(3).photo()));
    }

    @Test
    void wearsOnlyItemsOfItsOwnBlock() {
        for (int i = 0; i < 4; i++) {
            List<CatalogItem> catalog = book.catalog((i + 1) * LookBook.BLOCK).subList(i * 8, i * 8 + 8);
            assertThat(book.look(i).worn()).extracting(WornGarment::item).isSubsetOf(catalog);
        }
    }

    @Test
    void boxesAreTheBoundsOfTheMasks() {
        for (WornGarment garment : book.look(5).worn()) {
            assertThat(garment.mask().bounds()).contains(garment.box());
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
