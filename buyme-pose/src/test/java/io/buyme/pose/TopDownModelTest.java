package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Keypoint;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.awt.image.BufferedImage;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose answer is known: all keypoints are where the photo is reddest. */
class TopDownModelTest {

    private static final Box PERSON = new Box(60, 40, 240, 400);
    private static final double RED_X = 171.3;
    private static final double RED_Y = 260.8;

    @ParameterizedTest(name = "{0} x {1}, batch {2}, mirrored too: {3}")
    @CsvSource({"192, 256, 1, false", "192, 256, -1, true", "288, 384, -1, false", "256, 256, 1, true"})
    void placesKeypointsInThePhotoToAHundredthOfACell(int width, int height, int batch, boolean flip) {
        byte[] graph = TopDownGraphs.heatMaps(CocoPart.COUNT, batch, width, height);
        double cell = 4 * PersonCrop.around(PERSON, width, height).across();
        // As wide as the bells that networks of this size learn.
        List<Keypoint> keypoints = locate(graph, flip, redSpot(cell * height / 4 / 32));
        assertThat(keypoints).hasSize(CocoPart.COUNT).allSatisfy(keypoint -> {
            assertThat(keypoint.x()).isCloseTo(RED_X, Offset.offset(0.02 * cell));
            assertThat(keypoint.y()).isCloseTo(RED_Y, Offset.offset(0.02 * cell));
            assertThat(keypoint.score()).isBetween(0.9, 1.0);
        });
        assertThat(keypoints)
                .extracting(Keypoint::name)
                .startsWith("nose", "left_eye")
                .endsWith("right_ankle");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsLinesOfColumnsAndRowsToHalfAPixel(boolean flip) {
        List<Keypoint> keypoints = locate(TopDownGraphs.simcc(192, 256), flip, redSpot(12));
        double pixel = PersonCrop.around(PERSON, 192, 256).across();
        assertThat(keypoints).hasSize(CocoPart.COUNT).allSatisfy(keypoint -> {
            assertThat(keypoint.x()).isCloseTo(RED_X, Offset.offset(0.8 * pixel));
            assertThat(keypoint.y()).isCloseTo(RED_Y, Offset.offset(0.8 * pixel));
        });
    }

    @Test
    void refusesAnotherCountOfKeypoints() {
        assertRefused(TopDownGraphs.heatMaps(21, 1, 192, 256), "17 keypoints of COCO", "[1, 21, 64, 48]");
    }

    @Test
    void refusesAnInputOfAnotherShape() {
        assertRefused(graph(new long[] {1, 1, 64, 48}, new long[] {1, 1, 64, 48}), "one input 1x3xHxW", "1,1,64,48");
        assertRefused(graph(new long[] {8, 3, 64, 48}, new long[] {8, 3, 64, 48}), "one input 1x3xHxW", "8,3,64,48");
        assertRefused(graph(new long[] {1, 3, -1, -1}, new long[] {1, 3, -1, -1}), "fixed size");
        assertRefused(graph(new long[] {1, 3}, new long[] {1, 3}), "one input 1x3xHxW");
    }

    @Test
    void refusesOutputsOfAnotherKind() {
        assertRefused(
                new OnnxGraph()
                        .input("x", ElementType.FLOAT, 1, 3, 64, 48)
                        .node("Flatten", List.of("x"), "y")
                        .output("y", ElementType.FLOAT, 1, 3 * 64 * 48)
                        .toBytes(),
                "1x17xH/4xW/4",
                "[1, 9216]");
    }

    @Test
    void refusesMapsOfAnotherAspect() {
        byte[] stretched = new OnnxGraph()
                .input("x", ElementType.FLOAT, 1, 3, 17, 16)
                .integers("order", 0, 2, 1, 3)
                .node("Transpose", List.of("x"), "y", OnnxGraph.Attribute.integers("perm", 0, 2, 1, 3))
                .output("y", ElementType.FLOAT, 1, 17, 3, 16)
                .toBytes();
        assertRefused(stretched, "its input is 16x17", "[1, 17, 3, 16]");
    }

    private static byte[] graph(long[] input, long[] output) {
        return new OnnxGraph()
                .input("x", ElementType.FLOAT, input)
                .node("Identity", List.of("x"), "y")
                .output("y", ElementType.FLOAT, output)
                .toBytes();
    }

    private static void assertRefused(byte[] graph, String... parts) {
        try (OnnxModel model = OnnxModel.open(graph, "mine.onnx", 1)) {
            assertThatExceptionOfType(BuyMeException.class)
                    .isThrownBy(() -> TopDownModel.of("hrnet", model, SubPixel.DARK))
                    .satisfies(e -> assertThat(e.getMessage()).contains(parts).contains("mine.onnx"));
        }
    }

    private static List<Keypoint> locate(byte[] graph, boolean flip, BufferedImage photo) {
        OnnxModel onnx = OnnxModel.open(graph, "graph", 1);
        try (TopDownModel model = TopDownModel.of("hrnet", onnx, SubPixel.DARK);
                TopDownNetwork network = model.newNetwork(flip)) {
            return network.locate(photo, PERSON);
        }
    }

    private static BufferedImage redSpot(double deviation) {
        BufferedImage photo = new BufferedImage(360, 480, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 360; x++) {
                double distance = Math.hypot(x + 0.5 - RED_X, y + 0.5 - RED_Y) / deviation;
                photo.setRGB(x, y, (int) Math.round(255 * Math.exp(-distance * distance / 2)) << 16 | 0x4080);
            }
        }
        return photo;
    }
}
