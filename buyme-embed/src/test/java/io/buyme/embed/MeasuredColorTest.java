package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.Mask;
import io.buyme.api.SuperCategory;
import io.buyme.api.spi.Options;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredColorTest {

    private static final ArticleFinder FINDER = new ArticleFinder(32);

    private final MeasuredColor third = new MeasuredColor(1 / 3.0);

    @Test
    void articlesOfOneKindDifferByTheShareOfTheirColor() {
        float[] red = third.join(new float[] {3, 4}, FINDER.find(plain(Color.RED)), Optional.empty());
        float[] blue = third.join(new float[] {6, 8}, FINDER.find(plain(Color.BLUE)), Optional.empty());
        assertThat(red).hasSize(third.dimension(2));
        assertThat(dot(red, red)).isCloseTo(1, within(1e-6));
        assertThat(dot(red, blue)).isCloseTo(2 / 3.0, within(1e-6));
    }

    @Test
    void articlesOfOneColorDifferByWhatTheNetworkSays() {
        Raster green = FINDER.find(plain(Color.GREEN));
        float[] one = third.join(new float[] {1, 0}, green, Optional.empty());
        float[] other = third.join(new float[] {0, 1}, green, Optional.empty());
        assertThat(dot(one, other)).isCloseTo(1 / 3.0, within(1e-6));
    }

    @Test
    void colorSaysMoreOfArticlesWhoseKindIsKnown() {
        Optional<SuperCategory> upper = Optional.of(SuperCategory.UPPER);
        float[] red = third.join(new float[] {1, 0}, FINDER.find(plain(Color.RED)), upper);
        float[] blue = third.join(new float[] {1, 0}, FINDER.find(plain(Color.BLUE)), upper);
        assertThat(dot(red, red)).isCloseTo(1, within(1e-6));
        assertThat(dot(red, blue)).isCloseTo(4 / 9.0, within(1e-6));
    }

    @Test
    void anArticleIsNearestToItselfWhetherItsKindIsKnownOrNot() {
        Raster red = FINDER.find(plain(Color.RED));
        float[] query = third.join(new float[] {1, 0}, red, Optional.empty());
        Optional<SuperCategory> upper = Optional.of(SuperCategory.UPPER);
        assertThat(dot(query, third.join(new float[] {1, 0}, red, upper)))
                .isGreaterThan(0.95)
                .isGreaterThan(dot(query, third.join(new float[] {1, 0}, FINDER.find(plain(Color.BLUE)), upper)))
                .isGreaterThan(dot(query, third.join(new float[] {0, 1}, red, upper)));
    }

    @Test
    void withoutAShareTheVectorKeepsItsLengthAndVersion() {
        assertThat(MeasuredColor.NONE.isOn()).isFalse();
        assertThat(MeasuredColor.NONE.dimension(256)).isEqualTo(256);
        assertThat(MeasuredColor.NONE.version("7")).isEqualTo("7");
    }

    @Test
    void anotherShareIsAnotherVersion() {
        assertThat(third.version("7"))
                .isNotEqualTo("7")
                .isNotEqualTo(new MeasuredColor(0.5).version("7"))
                .doesNotContain("/");
    }

    @Test
    void aShareThatLeavesNothingToTheNetworkIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasuredColor(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasuredColor(Double.NaN));
    }

    /** The network replaces what is behind the mask; the measured colour must not see it either. */
    @Test
    void whatIsBehindAMaskHasNoColor(@TempDir Path folder) throws IOException {
        String model = TestModels.write(folder, TestModels.buyMe()).toString();
        Mask left = Mask.of(40, 40, (x, y) -> x < 20);
        try (Embedder embedder = new BuyMeProvider().create(Options.of(Map.of("model", model, "color", "0.5")))) {
            Embedding onBlack =
                    embedder.embed(new Crop(halves(Color.ORANGE, Color.BLACK), Optional.of(left), Optional.empty()));
            Embedding onBlue =
                    embedder.embed(new Crop(halves(Color.ORANGE, Color.BLUE), Optional.of(left), Optional.empty()));
            assertThat(onBlack.similarity(onBlue)).isCloseTo(1, within(1e-5));
            assertThat(embedder.space().dimension()).isEqualTo(192 + 196);
        }
    }

    private static Crop plain(Color color) {
        return new Crop(halves(color, color), Optional.empty(), Optional.empty());
    }

    private static BufferedImage halves(Color left, Color right) {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(left);
        graphics.fillRect(0, 0, 20, 40);
        graphics.setColor(right);
        graphics.fillRect(20, 0, 20, 40);
        graphics.dispose();
        return image;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
