package io.buyme.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Attributes;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.Mask;
import io.buyme.api.Metric;
import io.buyme.api.SuperCategory;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link Embedder} must do. Extend it and implement {@link #provider()}. */
public abstract class EmbedderTck extends StageTck<Embedder, EmbedderProvider> {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 90;
    private static final Mask TORSO =
            Mask.of(WIDTH, HEIGHT, (x, y) -> x >= 15 && x < 45 && y >= 20 && y < 75 && x + y > 45);

    /** Returns the settings to test with; none unless overridden. */
    protected Options options() {
        return Options.none();
    }

    /**
     * Returns how far the values of one crop may differ when it is embedded in another batch, 1e-5 unless overridden:
     * native runtimes may add in another order.
     */
    protected double batchTolerance() {
        return 1e-5;
    }

    @Override
    protected Class<EmbedderProvider> providerType() {
        return EmbedderProvider.class;
    }

    @Override
    protected Embedder create() {
        return provider().create(options());
    }

    @Override
    protected void use(Embedder stage) {
        stage.embedAll(List.of());
    }

    @Test
    void returnsNothingForNoCrops() {
        assertThat(stage().embedAll(List.of())).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheBatch() {
        List<Crop> crops = crops();
        List<Crop> reversed = new ArrayList<>(crops);
        Collections.reverse(reversed);
        List<Embedding> backwards = new ArrayList<>(stage().embedAll(reversed));
        Collections.reverse(backwards);
        assertAlike(backwards, stage().embedAll(crops));
    }

    @Test
    void givesCropsTheSameVectorAloneAndInABatch() {
        assertAlike(
                stage().embedAll(crops()), crops().stream().map(stage()::embed).toList());
    }

    @Test
    void givesTheSamePictureTheSameVector() {
        Embedding first = stage().embed(street(Color.RED, Color.GRAY));
        assertThat(stage().embed(street(Color.RED, Color.GRAY))).isEqualTo(first);
        try (Embedder another = create()) {
            assertThat(another.embed(street(Color.RED, Color.GRAY))).isEqualTo(first);
        }
    }

    @Test
    void givesDifferentPicturesDifferentVectors() {
        assertThat(stage().embedAll(crops())).doesNotHaveDuplicates();
    }

    @Test
    void makesVectorsOfItsSpace() {
        assertThat(stage().embedAll(crops()))
                .hasSameSizeAs(crops())
                .allSatisfy(embedding -> assertThat(embedding.space()).isEqualTo(stage().space()))
                .allSatisfy(this::assertWellFormed);
    }

    @Test
    void namesItselfInItsSpace() {
        assertThat(stage().space().model()).isEqualTo(provider().id());
        assertThat(stage().space().version()).isNotBlank();
    }

    @Test
    void leavesOutWhatTheMaskLeavesOut() {
        Embedding onGray = stage().embed(street(Color.RED, Color.GRAY));
        assertThat(stage().embed(street(Color.RED, Color.GREEN))).isEqualTo(onGray);
        assertThat(stage().embed(street(Color.BLUE, Color.GRAY))).isNotEqualTo(onGray);
    }

    @Test
    void leavesCropsAsTheyAre() {
        Crop crop = street(Color.RED, Color.GRAY);
        stage().embed(crop);
        BufferedImage untouched = street(Color.RED, Color.GRAY).image();
        assertThat(crop.image().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
                .isEqualTo(untouched.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }

    @TestFactory
    Stream<DynamicTest> copesWith() {
        BufferedImage picture = picture(Color.RED, Color.GRAY);
        return Map.of(
                        "one pixel", plain(1, 1),
                        "one row", plain(500, 1),
                        "one column", plain(1, 500),
                        "a thin strip", plain(3, 900),
                        "one color", plain(200, 200),
                        "a large picture", plain(2600, 1700),
                        "an empty mask", masked(picture, Mask.of(WIDTH, HEIGHT, (x, y) -> false)),
                        "a mask of one pixel", masked(picture, Mask.of(30, 40, 1, 1, (x, y) -> true)),
                        "a mask beyond the picture", masked(picture, Mask.of(-20, -20, 300, 300, (x, y) -> x < 30)),
                        "a mask beside the picture", masked(picture, Mask.of(500, 500, 10, 10, (x, y) -> true)))
                .entrySet()
                .stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> assertWellFormed(stage().embed(e.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> readsPicturesOfType() {
        return Map.of(
                        "RGB", BufferedImage.TYPE_INT_RGB,
                        "ARGB", BufferedImage.TYPE_INT_ARGB,
                        "BGR bytes", BufferedImage.TYPE_3BYTE_BGR,
                        "gray", BufferedImage.TYPE_BYTE_GRAY)
                .entrySet()
                .stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, e.getValue());
                    paint(image, Color.RED, Color.GRAY);
                    assertWellFormed(stage().embed(new Crop(image, Optional.empty(), Optional.empty())));
                }));
    }

    @Test
    void readsPartsOfPictures() {
        BufferedImage photo = new BufferedImage(3 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        photo.createGraphics().drawImage(picture(Color.RED, Color.GRAY), WIDTH, HEIGHT / 2, null);
        Crop part = masked(photo.getSubimage(WIDTH, HEIGHT / 2, WIDTH, HEIGHT), TORSO);
        assertThat(stage().embed(part)).isEqualTo(stage().embed(street(Color.RED, Color.GRAY)));
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws InterruptedException, ExecutionException {
        List<Embedding> expected = stage().embedAll(crops());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Embedding>>> results = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> stage().embedAll(crops())))
                    .toList();
            for (Future<List<Embedding>> result : results) {
                assertAlike(result.get(), expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void describesWhatItEmbeds() {
        Assumptions.assumeThat(stage()).isInstanceOf(DescribingEmbedder.class);
        DescribingEmbedder describing = (DescribingEmbedder) stage();
        List<DescribingEmbedder.Described> described = describing.describeAll(crops());
        assertAlike(
                described.stream().map(DescribingEmbedder.Described::embedding).toList(), stage().embedAll(crops()));
        assertThat(described)
                .extracting(DescribingEmbedder.Described::attributes)
                .allSatisfy(this::assertPlausible);
    }

    @Test
    void refusesUnknownOptions() {
        Options typo = Options.of(Map.of("no-such-option", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(typo))
                .withMessageContaining("no-such-option");
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> stage().embedAll(Collections.singletonList(null)));
    }

    private void assertWellFormed(Embedding embedding) {
        float[] values = embedding.toArray();
        double squares = 0;
        for (float value : values) {
            assertThat(value).isFinite();
            squares += (double) value * value;
        }
        assertThat(values).hasSize(stage().space().dimension());
        if (stage().space().metric() == Metric.COSINE) {
            assertThat(Math.sqrt(squares)).isCloseTo(1, within(1e-3));
        }
    }

    private void assertPlausible(Attributes attributes) {
        assertThat(attributes.colors())
                .extracting(Attributes.ColorShare::share)
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0))
                .isSortedAccordingTo(Collections.reverseOrder());
        assertThat(attributes.colors().stream()
                        .mapToDouble(Attributes.ColorShare::share)
                        .sum())
                .isLessThanOrEqualTo(1 + 1e-6);
        assertThat(attributes.tags()).allSatisfy(tag -> assertThat(tag.score()).isBetween(0.0, 1.0));
        assertThat(attributes.tags()).extracting(Attributes.Tag::score).isSortedAccordingTo(Collections.reverseOrder());
    }

    private void assertAlike(List<Embedding> actual, List<Embedding> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).toArray()).containsExactly(expected.get(i).toArray(), offset());
        }
    }

    private Offset<Float> offset() {
        return within((float) batchTolerance());
    }

    private static List<Crop> crops() {
        return List.of(
                street(Color.RED, Color.GRAY),
                Crop.ofProduct(picture(Color.BLUE, Color.WHITE), SuperCategory.UPPER),
                plain(30, 80),
                street(Color.GREEN, Color.GRAY),
                Crop.ofProduct(picture(Color.BLACK, Color.WHITE), SuperCategory.LOWER));
    }

    private static Crop street(Color article, Color background) {
        return masked(picture(article, background), TORSO);
    }

    private static Crop masked(BufferedImage image, Mask mask) {
        return new Crop(image, Optional.of(mask), Optional.of(SuperCategory.UPPER));
    }

    private static Crop plain(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return new Crop(image, Optional.empty(), Optional.empty());
    }

    private static BufferedImage picture(Color article, Color background) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        paint(image, article, background);
        return image;
    }

    private static void paint(BufferedImage image, Color article, Color background) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color color = TORSO.contains(x, y) ? article : background;
                image.setRGB(x, y, (y / 6 % 2 == 0 ? color : color.darker()).getRGB());
            }
        }
    }
}
