package io.buyme.catalog.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingModelTest {

    private static final String WEIGHTS = "weight.similarity=1\nweight.tags=2\nweight.color=3\nweight.category=4\n";

    private final Path folder;

    RankingModelTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        RankingModel model =
                new RankingModel(new RankingWeights(1.5, 0, 0.25, 3), Optional.of(new Calibration("a/1/2/dot", 2, -1)));
        Path file = folder.resolve("weights.properties");
        model.save(file, List.of("made by a test\nin two lines"));

        assertThat(RankingModel.load(file)).isEqualTo(model);
        assertThat(Files.readAllLines(file)).startsWith("# made by a test", "# in two lines");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void theBuiltInModelHasPositiveWeightsAndProbabilities() {
        RankingModel model = RankingModel.standard();

        assertThat(model.weights().values())
                .allSatisfy(weight -> assertThat(weight).isPositive());
        assertThat(model.calibration()).isPresent();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheReason() {
        assertRefused(WEIGHTS + "weight.colour=3\n", "unknown keys [weight.colour]");
        assertRefused("weight.similarity=1\n", "no line 'weight.tags = ...'");
        assertRefused(WEIGHTS.replace("=3", "=much"), "weight.color must be a number, got 'much'");
        assertRefused(WEIGHTS.replace("=3", "=NaN"), "must be finite");
        assertRefused(WEIGHTS + "calibration.slope=1\n", "no line 'calibration.space = ...'");
        assertRefused(WEIGHTS + "calibration.space=x\ncalibration.slope=-1\ncalibration.offset=0\n", "positive slope");
        assertRefused("weight.similarity=\\u00zz\n", "makes no sense");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> RankingModel.load(folder.resolve("none.properties")))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("none.properties");
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> RankingModel.parse(text, "test.properties"))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("test.properties")
                .hasMessageContaining(reason);
    }
}
