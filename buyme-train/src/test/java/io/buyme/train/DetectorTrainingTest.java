package io.buyme.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.data.DrawnScenes;
import io.buyme.train.dense.DenseObjectives;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Schedule.Stage;
import io.buyme.train.loop.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorTrainingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void colorsOfArticlesAreLearnedInTwoStagesAndWrittenAsAModel() throws IOException {
        Path coco = DrawnScenes.write(folder, 30);
        Path out = folder.resolve("out");

        TrainingResult result = DetectorTraining.run(request(coco, out), line -> {});

        assertThat(result.measure().orElseThrow()).isGreaterThan(0.5);
        assertThat(folder.resolve("out/curve.png")).isNotEmptyFile();
        try (OnnxModel model = OnnxModel.open(out.resolve("detector.onnx"), 1)) {
            assertThat(model.metadata())
                    .containsEntry("buyme.pixels", "background\ntop\npants")
                    .hasEntrySatisfying(
                            "buyme.labels", lines -> assertThat(lines.lines()).hasSize(2));
            PictureFormat format =
                    PictureFormat.parse(Objects.requireNonNull(model.metadata().get("buyme.picture")));
            assertThat(List.of(format.width(), format.height())).containsExactly(32, 64);
        }
        assertThatThrownBy(() -> DetectorTraining.run(request(coco, out), line -> {}))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("resume");
    }

    private static DetectorRequest request(Path coco, Path out) {
        List<Stage> stages = List.of(new Stage(0.5, 32, "expanded_conv_5.add"), new Stage(1, 32, ""));
        DetectorRecipe recipe = new DetectorRecipe(
                3,
                DenseObjectives.standard(),
                4,
                2,
                SceneAugmentation.NONE,
                new Schedule(6, stages, 3e-3, 0.05, 0.1, 1, 1, 0, 0.01, 5, 0.8, 8));
        return new DetectorRequest(
                recipe,
                coco,
                Objects.requireNonNull(coco.getParent()),
                Optional.empty(),
                out,
                1,
                Optional.empty(),
                true,
                false);
    }
}
