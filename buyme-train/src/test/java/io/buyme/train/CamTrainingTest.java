package io.buyme.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.TrainingResult;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamTrainingTest {

    private static final int SIZE = 32;
    private static final int PHOTOS = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void whatIsTrainedIsWhatTheDetectorReads() throws IOException {
        photos();
        List<String> log = new ArrayList<>();

        TrainingResult result = CamTraining.run(request(), log::add);

        assertThat(result.stopped()).isFalse();
        assertThat(result.epoch()).isPresent();
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/{cam.onnx,metrics.json,recipe.json}");
        try (OnnxModel model = OnnxModel.open(folder.resolve("out/cam.onnx"), 1)) {
            assertThat(model.metadata()).containsEntry("buyme.format", "1");
            assertThat(model.metadata().getOrDefault("buyme.labels", "").lines())
                    .satisfiesExactly(
                            hat -> assertThat(hat).startsWith("hat\t"),
                            top -> assertThat(top).startsWith("top\t"));
            Map<String, Tensor> outputs =
                    model.run(Map.of("image", Tensor.of(new float[3 * SIZE * SIZE], 1, 3, SIZE, SIZE)));
            Tensor maps = requireNonNull(outputs.get("maps"));
            assertThat(maps.shape()).containsExactly(1L, 2L, 1L, 1L);
            assertThat(requireNonNull(outputs.get("tags")).toArray())
                    .containsExactly(maps.toArray(), Offset.offset(1e-5f));
        }
    }

    @Test
    void anEarlierRunIsNotOverwrittenUnasked() throws IOException {
        photos();
        Files.createDirectories(folder.resolve("out/checkpoints"));

        assertThatThrownBy(() -> CamTraining.run(request(), line -> {}))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("resume");
    }

    private CamRequest request() {
        List<Schedule.Stage> stages =
                List.of(new Schedule.Stage(0.5, SIZE, "expanded_conv_15.add"), new Schedule.Stage(1, SIZE, ""));
        Schedule schedule = new Schedule(2, stages, 1e-3, 0, 0.1, 0.5, 0.1, 0, 0, 5, 0.5, 2);
        return new CamRequest(
                new CamRecipe(1, schedule, 4, 0.4, 0.5, 4, SIZE),
                folder,
                Optional.empty(),
                new RunOptions(Optional.empty(), folder.resolve("out"), 1, Optional.empty(), false, false));
    }

    /** Half of them show a red hat, the others a blue top. */
    private void photos() throws IOException {
        List<String> images = new ArrayList<>();
        List<String> annotations = new ArrayList<>();
        for (int i = 1; i <= PHOTOS; i++) {
            Path file = folder.resolve("photos/" + i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(photo(i % 2 == 0 ? Color.RED : Color.BLUE), "png", file.toFile());
            images.add("{\"id\": %d, \"file_name\": \"%d.png\", \"width\": 40, \"height\": 60}".formatted(i, i));
            annotations.add("{\"id\": %d, \"image_id\": %d, \"category_id\": %d, \"bbox\": [10, 15, 20, 20]}"
                    .formatted(i, i, i % 2 == 0 ? 1 : 2));
        }
        Files.writeString(
                folder.resolve("ccp.json"),
                "{\"images\": %s, \"categories\": [{\"id\": 1, \"name\": \"hat\"}, {\"id\": 2, \"name\": \"top\"}], \"annotations\": %s}"
                        .formatted(images, annotations));
        Files.writeString(folder.resolve("mapping.json"), "{\"label_to_category\": {\"hat\": \"hat\"}}");
        Files.writeString(folder.resolve("tags.json"), "{}");
    }

    private static BufferedImage photo(Color color) {
        BufferedImage image = new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(10, 15, 20, 20);
        graphics.dispose();
        return image;
    }
}
