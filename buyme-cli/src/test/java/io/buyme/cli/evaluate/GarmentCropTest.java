package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import io.buyme.image.ImageEncoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarmentCropTest {

    private static final CocoImage IMAGE = CocoImage.of(1, "photo.png", 60, 80);
    private static final int RED = 0xFFFF0000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void theMaskLiesOnTheArticleOfTheCrop() throws IOException {
        Mask mask = Mask.of(60, 80, (x, y) -> x >= 20 && x < 40 && y >= 30 && y < 30 + x - 19);
        Crop crop = crop(mask, MaskSource.known());
        assertThat(crop.superCategory()).contains(SuperCategory.BAG);
        Mask cut = crop.mask().orElseThrow();
        assertThat(cut.area()).isEqualTo(mask.area());
        for (int y = 0; y < crop.image().getHeight(); y++) {
            for (int x = 0; x < crop.image().getWidth(); x++) {
                assertThat(crop.image().getRGB(x, y) == RED).isEqualTo(cut.contains(x, y));
            }
        }
    }

    @Test
    void withoutAMaskTheCropIsTheSame() throws IOException {
        Mask mask = Mask.of(60, 80, (x, y) -> x < 10 && y < 10);
        Crop crop = crop(mask, MaskSource.none());
        assertThat(crop.mask()).isEmpty();
        assertThat(crop.image().getWidth()).isEqualTo(11);
    }

    private Crop crop(Mask mask, MaskSource masks) throws IOException {
        BufferedImage photo = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 60; x++) {
                photo.setRGB(x, y, mask.contains(x, y) ? RED : 0xFFFFFFFF);
            }
        }
        Files.write(folder.resolve("photo.png"), ImageEncoder.png(photo));
        CocoAnnotation annotation = CocoAnnotation.of(1, IMAGE, 2, mask);
        return new GarmentCrop(IMAGE, annotation, "bag", SuperCategory.BAG, masks, new PhotoFolder(folder)).crop();
    }
}
