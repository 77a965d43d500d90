package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.testkit.RealPhotos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The converted networks against those that were published, as TensorFlow Lite computes them. */
class EnginesTest {

    private static final List<String> DETECTOR_OUTPUTS = List.of("Identity", "Identity_1");
    private static final List<String> LANDMARK_OUTPUTS = List.of("Identity", "Identity_1", "Identity_2", "Identity_4");
    private static final int DETECTOR_SIDE = 224;
    private static final int LANDMARK_SIDE = 256;
    private static final int LANDMARKS = 39;
    private static final int VALUES_PER_LANDMARK = 5;

    /** Values of hundreds are sums of thousands of floats: this share of the largest is rounding. */
    private static final double ROUNDING = 1e-5;

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
    void main() throws Exception {
        List<Path> files;
        try (Stream<Path> s = Files.list(Path.of("/work/shared/data/ccp/photos"))) {
            files = s.sorted().limit(100).toList();
        }
        PersonDetector d = new PersonDetector(detectors.onOnnx);
        List<Double> worst = new ArrayList<>(), world=new ArrayList<>(), mask=new ArrayList<>();
        for (Path f : files) {
            BufferedImage photo = TestPhotos.read(f);
            Region region = d.detect(photo, 0.5).stream().findFirst().map(PersonDetection::region).orElseGet(() -> Region.whole(photo.getWidth(), photo.getHeight()));
            landmarks.run(PixelGrid.of(photo, region, LANDMARK_SIDE).sample(region, LANDMARK_SIDE, 0, 1));
            float[] p = landmarks.onOnnx.output("Identity"), q = landmarks.onTflite.output("Identity");
            double k = 0;
            for (int i = 0; i < 33; i++) for (int c = 0; c < 2; c++) k = Math.max(k, Math.abs(p[5 * i + c] - q[5 * i + c]));
            worst.add(k); mask.add(landmarks.difference("Identity_2"));world.add(landmarks.difference("Identity_4"));
        }
        for (List<Double> l : List.of(worst,mask,world)) { l.sort(null); System.out.println(l.get(0)+" "+l.get(50)+" "+l.get(90)+" "+l.get(99)); }
    }
}
