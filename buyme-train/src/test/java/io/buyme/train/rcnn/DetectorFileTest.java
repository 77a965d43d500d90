package io.buyme.train.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ExportReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorFileTest {

    private static final DetectorShape SHAPE = TinyDetector.SHAPE;

    private final Path folder;

    DetectorFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void aDetectorIsOneGraphThatDoesWhatDl4jAndJavaDo() {
        Path file = folder.resolve("detector.onnx");
        List<float[]> pictures = List.of(picture(0), picture(1));

        ExportReport report = DetectorFile.write(
                file, SHAPE, TinyDetector.LIMITS, TinyDetector.networks(), pictures, Map.of("buyme.format", "1"), true);

        assertThat(report.translationDifference()).isLessThan(1e-4);
        assertThat(report.storedDifference()).isLessThan(0.05);
        assertThat(file).hasSize(report.bytes());
        try (OnnxModel model = OnnxModel.open(file, 1)) {
            assertThat(model.metadata()).contains(entry("buyme.format", "1"));
            Map<String, Tensor> found = run(model, pictures.get(0));
            int count = value(found, "scores").size(0);
            assertThat(count).isBetween(1, TinyDetector.LIMITS.detections());
            assertThat(value(found, "boxes").shape()).containsExactly((long) count, 4L);
            assertThat(value(found, "labels").shape()).containsExactly((long) count);
            assertThat(value(found, "masks").shape()).containsExactly((long) count, 1L, 28L, 28L);
            assertThat(value(found, "scores").toArray()).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        }
    }

    @Test
    void manyDetectionsOfAllSizesAgreeStepByStep() {
        Limits many = new Limits(400, 80, 0.7, 0.01, 0.5, 40, 60);
        DetectorNetworks networks = TinyDetector.networks();
        byte[] model = new DetectorGraph(SHAPE, many, networks, false).inspectedModel();
        try (DetectorCheck check = new DetectorCheck(SHAPE, many, networks, model)) {
            for (int i = 0; i < 4; i++) {
                assertThat(check.compare(picture(i))).isGreaterThan(10);
            }

            assertThat(check.networkDifference()).isLessThan(1e-4);
            assertThat(check.regionDifference()).isLessThan(1e-3);
        }
    }

    @Test
    void aPictureWithoutAnythingHasNoDetections() {
        Limits none = new Limits(60, 20, 0.7, 0.999, 0.5, 3, 5);
        DetectorNetworks networks = TinyDetector.networks();
        byte[] graph = new DetectorGraph(SHAPE, none, networks, true).model(Map.of());
        try (OnnxModel model = OnnxModel.open(graph, "nothing", 1)) {
            Map<String, Tensor> found = run(model, picture(0));

            assertThat(value(found, "boxes").shape()).containsExactly(0L, 4L);
            assertThat(value(found, "labels").shape()).containsExactly(0L);
            assertThat(value(found, "scores").shape()).containsExactly(0L);
            assertThat(value(found, "masks").shape()).containsExactly(0L, 1L, 28L, 28L);
        }
    }

    private static float[] picture(int index) {
        return TinyDetector.rectangles(8, 3).plain(index).pixels();
    }

    private static Map<String, Tensor> run(OnnxModel model, float[] picture) {
        return model.run(Map.of("image", Tensor.of(picture, 1, 3, SHAPE.height(), SHAPE.width())));
    }

    private static Tensor value(Map<String, Tensor> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
