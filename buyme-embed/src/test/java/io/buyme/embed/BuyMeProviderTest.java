package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.Embedder;
import io.buyme.api.ExplainingEmbedder;
import io.buyme.api.Mask;
import io.buyme.api.PatchGrid;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.onnx.graph.OnnxGraph;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuyMeProviderTest {

    private final Path folder;

    BuyMeProviderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesItsVersionFromTheModel() throws IOException {
        try (Embedder embedder = open(TestModels.buyMe())) {
            assertThat(embedder.space().id()).isEqualTo("buyme/7/192/cosine");
        }
    }

    @Test
    void describesByMeasuredColorsAndLearntTags() throws IOException {
        try (DescribingEmbedder embedder = open(TestModels.buyMe())) {
            Attributes blue = embedder.describe(plain(Color.BLUE)).attributes();
            assertThat(blue.colors()).extracting(ColorShare::name).containsExactly("blue");
            assertThat(blue.tags()).extracting(Tag::name).containsExactly("sea", "sky");
            // The mean of blue is 127 / 128, so the logit of "sea" is 4 times that.
            assertThat(blue.tags().get(0).score()).isCloseTo(1 / (1 + Math.exp(-4 * 127 / 128.0)), within(1e-6));
            assertThat(embedder.describe(plain(Color.GREEN)).attributes().tags())
                    .extracting(Tag::name)
                    .containsExactly("calm");
        }
    }

    @Test
    void showsWhatItSeesInEachPartOfThePicture() throws IOException {
        BufferedImage picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, 20, 20);
        try (DescribingEmbedder embedder = open(TestModels.buyMe())) {
            PatchGrid grid =
                    ((ExplainingEmbedder) embedder).patches(new Crop(picture, Optional.empty(), Optional.empty()));
            // Letterboxed: half of each cell is a bar of mid-gray, whose numbers are 0; edges are blended.
            assertThat(grid.area()).isEqualTo(new Box(0, -10, 40, 40));
            assertThat(grid.cell(1, 1)).isEqualTo(new Box(20, 10, 20, 20));
            assertThat(grid.features(0, 0)).containsExactly(new float[] {0.496f, 0.496f, 0.496f}, within(0.05f));
            assertThat(grid.features(1, 1)).containsExactly(new float[] {-0.5f, -0.5f, -0.5f}, within(0.05f));
            assertThat(grid.similarity(0, 0, grid, 1, 0)).isCloseTo(1, within(1e-6));
            assertThat(grid.similarity(0, 0, grid, 0, 1)).isCloseTo(-1, within(1e-6));
        }
    }

    @Test
    void showsThePartsOfAMaskedArticleWhereTheyAreInTheCrop() throws IOException {
        Mask mask = Mask.of(30, 10, 40, 40, (x, y) -> true);
        Crop crop = new Crop(plain(Color.RED).image(), Optional.of(mask), Optional.empty());
        try (DescribingEmbedder embedder = open(TestModels.buyMe())) {
            assertThat(((ExplainingEmbedder) embedder).patches(crop).area()).isEqualTo(new Box(29, 9, 42, 42));
        }
    }

    @Test
    void showsPartsInTheOrderOfTheCropsWhateverTheBatch() throws IOException {
        Path model = TestModels.write(folder, TestModels.buyMe());
        Options twoAtOnce = Options.of(Map.of("model", model.toString(), "batch", "2"));
        try (ExplainingEmbedder embedder = (ExplainingEmbedder) new BuyMeProvider().create(twoAtOnce)) {
            List<PatchGrid> grids =
                    embedder.patchesAll(List.of(plain(Color.RED), plain(Color.GREEN), plain(Color.BLUE)));
            assertThat(grids).hasSize(3);
            for (int color = 0; color < 3; color++) {
                assertThat(grids.get(color).features(1, 0)[color]).isEqualTo(127 / 128f);
                assertThat(grids.get(color).features(1, 0)[(color + 1) % 3]).isEqualTo(-1);
            }
            assertThat(embedder.patchesAll(List.of())).isEmpty();
        }
    }

    @Test
    void showsNothingAfterClose() throws IOException {
        ExplainingEmbedder embedder = (ExplainingEmbedder) open(TestModels.buyMe());
        embedder.close();
        assertThatIllegalStateException().isThrownBy(() -> embedder.patchesAll(List.of()));
    }

    @Test
    void explainsOnlyIfTheModelCan() throws IOException {
        OnnxGraph plain = TestModels.foreign()
                .node("Identity", List.of("features"), "embedding")
                .output("embedding", OnnxGraph.ElementType.FLOAT, -1, TestModels.PIXELS)
                .metadata("buyme.format", "1")
                .metadata("buyme.version", "1")
                .metadata("buyme.picture", TestModels.FORMAT.toText());
        try (DescribingEmbedder embedder = open(plain)) {
            assertThat(embedder).isNotInstanceOf(ExplainingEmbedder.class);
            assertThat(embedder.describe(plain(Color.RED)).attributes().tags()).isEmpty();
        }
    }

    @Test
    void isBuiltInAndSaysWhenTheJarHasNoWeights() {
        BuyMeProvider without = new BuyMeProvider(Optional.empty());
        assertThat(without.role()).isEqualTo(Role.BUILT_IN);
        assertThat(without.unavailableReason())
                .hasValueSatisfying(r -> assertThat(r).contains("buyme-embedder.onnx"));
        assertThatThrownBy(() -> without.create(Options.none()))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContainingAll("buyme-embedder.onnx", "option 'model'");
    }

    @Test
    void worksWithTheWeightsOfTheJarIfThereAreAny() {
        BuyMeProvider provider = new BuyMeProvider();
        if (provider.unavailableReason().isEmpty()) {
            try (DescribingEmbedder embedder = provider.create(Options.none())) {
                assertThat(embedder.embed(plain(Color.RED))).isNotEqualTo(embedder.embed(plain(Color.BLUE)));
            }
        } else {
            assertThatThrownBy(() -> provider.create(Options.none())).isInstanceOf(BuyMeException.class);
        }
    }

    @Test
    void refusesForeignModels() {
        assertRefused(TestModels.foreign(), "was not made by BuyMe", "onnx-embedder");
    }

    @Test
    void refusesOtherFormats() {
        assertRefused(TestModels.foreign().metadata("buyme.format", "2"), "format 2", "reads 1");
    }

    @Test
    void refusesDamagedMetadata() {
        assertRefused(TestModels.foreign().metadata("buyme.format", "1"), "damaged", "buyme.version");
        OnnxGraph badPicture = TestModels.foreign()
                .metadata("buyme.format", "1")
                .metadata("buyme.version", "1")
                .metadata("buyme.picture", "large");
        assertRefused(badPicture, "damaged", "large");
        assertRefused(TestModels.buyMe().metadata("buyme.tags", "label\tone\t1\t0"), "names 1 tags", "has 4");
        assertRefused(TestModels.buyMe().metadata("buyme.version", "1/2"), "slash");
        OnnxGraph noEmbedding = TestModels.foreign()
                .metadata("buyme.format", "1")
                .metadata("buyme.version", "1")
                .metadata("buyme.picture", TestModels.FORMAT.toText());
        assertRefused(noEmbedding, "no output 'embedding'", "features");
    }

    private void assertRefused(OnnxGraph graph, String... words) {
        assertThatThrownBy(() -> open(graph).close())
                .isInstanceOf(BuyMeException.class)
                .hasMessageContainingAll(words)
                .hasMessageStartingWith("embed 'buyme'");
    }

    private DescribingEmbedder open(OnnxGraph graph) throws IOException {
        Path model = TestModels.write(folder, graph);
        return new BuyMeProvider().create(Options.of(Map.of("model", model.toString())));
    }

    private static Crop plain(Color color) {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
        return new Crop(image, Optional.empty(), Optional.empty());
    }
}
