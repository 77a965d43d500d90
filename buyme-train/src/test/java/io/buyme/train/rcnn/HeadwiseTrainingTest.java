package io.buyme.train.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.onnx.OnnxModel;
import io.buyme.train.loop.Schedule;
import io.buyme.train.net.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadwiseTrainingTest {

    private final Path folder;

    HeadwiseTrainingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void learnsToFindColoredRectanglesAndGoesOnAfterAStop() {
        AtomicInteger steps = new AtomicInteger();
        // In the second epoch of the box head.
        Optional<MaskRcnn> stopped =
                training("a", () -> steps.incrementAndGet() == 90).run();
        assertThat(stopped).isEmpty();

        MaskRcnn resumed = training("a", () -> false).run().orElseThrow();
        MaskRcnn whole = training("b", () -> false).run().orElseThrow();

        assertThat(resumed.measures()).isEqualTo(whole.measures());
        assertThat(whole.measures().get("proposals")).isGreaterThan(0.4);
        assertThat(whole.measures().get("boxes")).isGreaterThan(0.5);
        assertThat(whole.measures().get("masks")).isGreaterThan(0.7);
        assertThat(whole.curves().get("boxes")).isNotEmpty();
        Path file = folder.resolve("detector.onnx");
        whole.write(file, TinyDetector.rectangles(2, 5), Map.of(), true);
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            assertThat(model.outputs()).hasSize(4);
        }
    }

    private HeadwiseTraining training(String name, BooleanSupplier stop) {
        HeadRecipe recipe = new HeadRecipe(1, 4, 0, schedule(6), schedule(5), schedule(3));
        return new HeadwiseTraining(
                recipe,
                TinyDetector.SHAPE,
                TinyDetector.pyramid(),
                TinyDetector.rectangles(48, 0),
                TinyDetector.rectangles(12, 100),
                folder.resolve(name),
                Optional.empty(),
                line -> {},
                stop);
    }

    private static Schedule schedule(int epochs) {
        return new Schedule(
                epochs, List.of(new Schedule.Stage(1, 1, "")), 1e-2, 0.03, 0.05, 1, 1, 0, 0, 5, 0.9, epochs);
    }
}
