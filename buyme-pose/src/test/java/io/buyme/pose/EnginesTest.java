package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.BuyMeException;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.testkit.RealPhotos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The converted networks against those that were published, as TensorFlow Lite computes them. */
class EnginesTest {

    private static final List<String> DETECTOR_OUTPUTS = List.of("Identity", "Identity_1");
    private static final List<String> LANDMARK_OUTPUTS = List.of("Identity", "Identity_1", "Identity_2", "Identity_4");
    private static final int DETECTOR_SIDE = 224;
    private static final int LANDMARK_SIDE = 256;
    private static final int LANDMARKS = 39;
    private static final int VALUES_PER_LANDMARK = 5;

    /** The share of the largest value that is rounding. */
    private static final double ROUNDING = 1e-4;

    /** The same for landmarks where there is no body: they come out of sums that all but cancel. */
    private static final double ROUNDING_OF_NOTHING = 2e-3;

    /** The same for the mask, which comes out of the deepest sums; both engines are this far from 64-bit arithmetic. */
    private static final double ROUNDING_OF_MASK = 1e-3;

    private static Pair detectors;
    private static Pair landmarks;

    /** One network on both engines. */
    private record Pair(PoseModel onnx, PoseModel tflite, PoseInterpreter onOnnx, PoseInterpreter onTflite)
            implements AutoCloseable {

        static Pair of(String network) {
            PoseModel onnx = Engine.ONNX.open(ModelFile.builtIn("test", Engine.ONNX.resource(network)), 1);
            PoseModel tflite = Engine.TFLITE.open(ModelFile.builtIn("test", Engine.TFLITE.resource(network)), 1);
            return new Pair(onnx, tflite, onnx.newInterpreter(), tflite.newInterpreter());
        }

        void run(float[] input) {
            onOnnx.run(input);
            onTflite.run(input);
        }

        /** Returns the largest difference between the engines, as a share of the largest value. */
        double difference(String output) {
            float[] expected = onTflite.output(output);
            float[] actual = onOnnx.output(output);
            assertThat(actual).as(output).hasSameSizeAs(expected);
            double scale = IntStream.range(0, expected.length)
                    .mapToDouble(i -> Math.abs(expected[i]))
                    .max()
                    .orElseThrow();
            double difference = IntStream.range(0, expected.length)
                    .mapToDouble(i -> Math.abs(expected[i] - actual[i]))
                    .max()
                    .orElseThrow();
            return difference / Math.max(1, scale);
        }

        @Override
        public void close() {
            onOnnx.close();
            onTflite.close();
            onnx.close();
            tflite.close();
        }
    }

    @BeforeAll
    static void open() {
        detectors = Pair.of(PersonDetector.MODEL);
        landmarks = Pair.of(LandmarkModel.MODEL);
    }

    @AfterAll
    static void close() {
        detectors.close();
        landmarks.close();
    }

    @Test
    void computeTheSameOfNoise() {
        Random random = new Random(1);
        for (int round = 0; round < 3; round++) {
            compare((row, column, channel) -> random.nextFloat());
        }
    }

    @Test
    void computeTheSameOfSmoothPictures() {
        compare((row, column, channel) -> (1 + Math.sin(row / 20.0 + channel) * Math.cos(column / 30.0)) / 2);
        compare((row, column, channel) -> 0);
        compare((row, column, channel) -> 1);
    }

    private interface Picture {
        double at(int row, int column, int channel);
    }

    private static void compare(Picture picture) {
        detectors.run(values(DETECTOR_SIDE, picture, -1));
        landmarks.run(values(LANDMARK_SIDE, picture, 0));
        assertThat(DETECTOR_OUTPUTS)
                .allSatisfy(output -> assertThat(detectors.difference(output)).isLessThan(ROUNDING));
        assertThat(LANDMARK_OUTPUTS)
                .allSatisfy(output -> assertThat(landmarks.difference(output)).isLessThan(ROUNDING_OF_NOTHING));
    }

    private static float[] values(int side, Picture picture, float low) {
        float[] values = new float[side * side * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (1 - low) * picture.at(i / 3 / side, i / 3 % side, i % 3));
        }
        return values;
    }

    @Test
    void placeTheLandmarksOfPeopleWithinAThousandthOfAPixel() throws IOException {
        PersonDetector detector = new PersonDetector(detectors.onOnnx);
        for (BufferedImage photo : people()) {
            Region region = detector.detect(photo, Networks.MIN_DETECTION).stream()
                    .findFirst()
                    .map(PersonDetection::region)
                    .orElseThrow();
            landmarks.run(PixelGrid.of(photo, region, LANDMARK_SIDE).sample(region, LANDMARK_SIDE, 0, 1));
            float[] expected = landmarks.onTflite.output(LandmarkModel.LANDMARKS);
            float[] actual = landmarks.onOnnx.output(LandmarkModel.LANDMARKS);
            for (int i = 0; i < LANDMARKS * VALUES_PER_LANDMARK; i += VALUES_PER_LANDMARK) {
                assertThat(Math.hypot(actual[i] - expected[i], actual[i + 1] - expected[i + 1]))
                        .as("landmark %d", i / VALUES_PER_LANDMARK)
                        .isLessThan(1e-3);
            }
            assertThat(landmarks.difference(LandmarkModel.WORLD)).isLessThan(ROUNDING);
            assertThat(landmarks.difference(LandmarkModel.MASK)).isLessThan(ROUNDING_OF_MASK);
        }
    }

    @Test
    void seeTheSameScenes() throws IOException {
        try (PoseClassifier onnx = classifier("onnx");
                PoseClassifier tflite = classifier("tflite")) {
            for (BufferedImage photo : people()) {
                Pose expected = tflite.classify(photo);
                Pose actual = onnx.classify(photo);
                assertThat(actual.verdict()).isEqualTo(expected.verdict());
                assertThat(actual.reasons()).isEqualTo(expected.reasons());
                assertThat(actual.personMask()
                                .orElseThrow()
                                .iou(expected.personMask().orElseThrow()))
                        .isGreaterThan(0.999);
            }
        }
    }

    private static PoseClassifier classifier(String engine) {
        return new BlazePoseProvider().create(Options.of(Map.of("engine", engine)));
    }

    private static List<BufferedImage> people() throws IOException {
        try (Stream<Path> files = Files.list(RealPhotos.require("ccp/photos"))) {
            return files.sorted().limit(12).map(TestPhotos::read).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatTheyTakeAndGive(Engine engine) {
        ModelFile file = ModelFile.builtIn("test", engine.resource(PersonDetector.MODEL));
        try (PoseModel model = engine.open(file, 1);
                PoseInterpreter interpreter = model.newInterpreter()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> interpreter.run(new float[10]))
                    .withMessageContaining("got 10");
            interpreter.run(new float[DETECTOR_SIDE * DETECTOR_SIDE * 3]);
            assertThatExceptionOfType(BuyMeException.class)
                    .isThrownBy(() -> interpreter.output("heat"))
                    .withMessageContaining("no output heat");
        }
    }
}
