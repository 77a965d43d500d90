package io.buyme.catalog.explain;

import static io.buyme.catalog.explain.Pictures.crop;
import static io.buyme.catalog.explain.Pictures.white;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Article;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Box;
import io.buyme.api.ColorPair;
import io.buyme.api.Crop;
import io.buyme.api.Explanation;
import io.buyme.api.Mask;
import io.buyme.api.Match;
import io.buyme.api.Product;
import io.buyme.api.SuperCategory;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ExplanationPictureTest {

    private static final Crop BLUE = crop(white(60, 60, 0x2040C0, 0, 0, 60, 60));

    @Test
    void whatCarriedMuchIsRedAndTheRestPale() {
        BufferedImage drawn = HeatMapPicture.draw(BLUE, leftHot(60, 60), 60);
        assertThat(drawn.getWidth()).isEqualTo(60);
        assertThat(red(drawn, 5, 30)).isGreaterThan(red(drawn, 55, 30) + 20);
        int cold = drawn.getRGB(55, 30);
        assertThat(Math.abs(((cold >> 16) & 0xff) - (cold & 0xff)))
                .as("hardly any color")
                .isLessThan(60);
    }

    @Test
    void whatTheEmbedderDidNotSeeFades() {
        Mask lower = Mask.of(60, 60, (x, y) -> y >= 30);
        BufferedImage drawn = HeatMapPicture.draw(crop(BLUE.image(), lower), leftHot(60, 60), 60);
        assertThat(drawn.getRGB(5, 10) & 0xff).isGreaterThan(200);
        assertThat(red(drawn, 5, 50)).isGreaterThan(150);
    }

    @Test
    void aMapWithoutAnyHeatIsPaleAllOver() {
        SimilarityMap none = map(60, 60, 0, -1, -2, 0);
        BufferedImage drawn = HeatMapPicture.draw(BLUE, none, 60);
        assertThat(drawn.getRGB(5, 30)).isEqualTo(drawn.getRGB(55, 30));
    }

    @Test
    void heatMapsAreReducedLikeTheirPicture() {
        BufferedImage drawn = HeatMapPicture.draw(crop(white(400, 200)), leftHot(400, 200), 100);
        assertThat(drawn.getWidth()).isEqualTo(100);
        assertThat(drawn.getHeight()).isEqualTo(50);
    }

    @Test
    void thePictureGrowsWithWhatThereIsToSay() {
        ColorPair pair =
                ColorPair.of(new ColorShare("dark blue", 0x1A2250, 0.8), new ColorShare("blue", 0x2040C0, 0.9));
        BufferedImage little = picture("pants: same colour (dark blue)", List.of(pair));
        BufferedImage much =
                picture("pants: same colour (dark blue), ".repeat(12), List.of(pair, pair, pair, pair, pair));
        assertThat(much.getWidth()).isEqualTo(little.getWidth());
        assertThat(much.getHeight()).isGreaterThan(little.getHeight() + 60);
    }

    @Test
    void aPictureOfOneRowOfPixelsCanBeDrawn() {
        Crop thin = crop(white(900, 1));
        BufferedImage row = SideBySide.draw(thin, BLUE, new SimilarityMaps(0.5, leftHot(900, 1), leftHot(60, 60)));
        assertThat(row.getWidth()).isEqualTo(SideBySide.WIDTH + 1);
    }

    private static BufferedImage picture(String summary, List<ColorPair> colors) {
        Product product = new Product(
                "1",
                "A title that goes on and on ".repeat(10),
                Optional.of("Brand"),
                Optional.empty(),
                Optional.empty(),
                "1.jpg",
                "pants",
                SuperCategory.LOWER);
        Article article = new Article("pants", SuperCategory.LOWER, 0.9, new Box(0, 0, 60, 60), Optional.empty());
        Match match = new Match(product, 0.8, new Explanation(summary, List.of(), List.of(), colors));
        SimilarityMaps maps = new SimilarityMaps(0.8, leftHot(60, 60), leftHot(60, 60));
        return new ExplanationPicture(article, BLUE, BLUE, match, maps).draw();
    }

    private static SimilarityMap leftHot(double width, double height) {
        return map(width, height, 1, 0, 1, 0);
    }

    private static SimilarityMap map(double width, double height, double... values) {
        return new SimilarityMap(
                2,
                2,
                new Box(0, 0, width, height),
                DoubleStream.of(values).boxed().toList());
    }

    private static int red(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) >> 16) & 0xff;
    }
}
