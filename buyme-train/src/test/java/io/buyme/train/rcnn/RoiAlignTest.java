package io.buyme.train.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.OnnxBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoiAlignTest {

    private static final int CHANNELS = 3;
    private static final int HEIGHT = 9;
    private static final int WIDTH = 6;
    private static final int STRIDE = 8;

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void givesTheNumbersOfOnnxRuntime() {
        Random random = new Random(5);
        float[] map = new float[CHANNELS * HEIGHT * WIDTH];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) random.nextGaussian();
        }
        int count = 40;
        float[] boxes = new float[4 * count];
        for (int i = 0; i < count; i++) {
            // Some reach beyond the map, some are empty.
            boxes[4 * i] = random.nextFloat() * 70 - 12;
            boxes[4 * i + 1] = random.nextFloat() * 90 - 12;
            boxes[4 * i + 2] = boxes[4 * i] + (i % 8 == 0 ? 0 : random.nextFloat() * 40);
            boxes[4 * i + 3] = boxes[4 * i + 1] + random.nextFloat() * 60;
        }
        for (int size : new int[] {7, 14}) {
            float[] wanted = byOnnxRuntime(map, boxes, size);
            RoiAlign align = new RoiAlign(size);
            FeatureMap features = new FeatureMap(map, CHANNELS, HEIGHT, WIDTH);
            float[] found = new float[count * align.length(CHANNELS)];
            for (int i = 0; i < count; i++) {
                Rect box = new Rect(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
                align.read(features, STRIDE, box, found, i * align.length(CHANNELS));
            }

            assertThat(found).containsExactly(wanted, within(1e-4f));
        }
    }

    @Test
    void noRegionsGiveNoValues() {
        assertThat(byOnnxRuntime(new float[CHANNELS * HEIGHT * WIDTH], new float[0], 7))
                .isEmpty();
    }

    private static float[] byOnnxRuntime(float[] map, float[] boxes, int size) {
        OnnxBuilder onnx = new OnnxBuilder(OnnxBuilder.REGIONS, false, Set.of("map", "boxes", "out"));
        onnx.input("map", 1, CHANNELS, HEIGHT, WIDTH);
        onnx.input("boxes", -1, 4);
        onnx.output("out", new Formulas(onnx, "read").roiAlign("map", "boxes", STRIDE, size), -1, CHANNELS, size, size);
        try (OnnxModel model = OnnxModel.open(onnx.toModel(Map.of()), "RoiAlign", 1)) {
            Tensor out = model.run(Map.of(
                            "map", Tensor.of(map, 1, CHANNELS, HEIGHT, WIDTH),
                            "boxes", Tensor.of(boxes, boxes.length / 4, 4)))
                    .get("out");
            return Objects.requireNonNull(out).toArray();
        }
    }
}
