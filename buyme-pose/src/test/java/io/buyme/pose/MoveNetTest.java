package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.testkit.TfliteFile;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.View;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A network in the shape of MoveNet that puts keypoint k into row 0.3 + k / 100 and column 0.6 - k / 100, and is as sure of
 * it as the middle of the picture is red.
 */
class MoveNetTest {

    private static final int SIDE = 8;
    private static final int CONV_2D = 3;
    private static final int RESHAPE = 22;
    private static final int CAST = 53;
    private static final int VALUES = CocoPart.COUNT * 3;
    private static final Box PERSON = new Box(40, 20, 60, 160);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** What the network takes. */
    private enum Input {
        FLOATS,
        BYTES,
        WHOLE_NUMBERS
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({"ONNX, FLOATS", "TFLITE, FLOATS", "TFLITE, BYTES", "TFLITE, WHOLE_NUMBERS"})
    void bringsKeypointsBackIntoThePhoto(Engine engine, Input input) throws IOException {
        ModelFile file = ModelFile.at("test", write(input));
        try (PoseModel model = engine.open(file, 1);
                PoseInterpreter interpreter = model.newInterpreter()) {
            assertThat(MoveNet.fits(interpreter.input(), interpreter.outputs())).isTrue();
            List<Keypoint> keypoints = new MoveNet(interpreter).locate(filled(140, 200, 0x804020), PERSON);
            assertThat(keypoints).hasSize(CocoPart.COUNT);
            // The square is 200 pixels wide, from (-30, 0) on.
            assertNear(keypoints.get(0), "nose", -30 + 0.6 * 200, 0.3 * 200);
            assertNear(keypoints.get(16), "right_ankle", -30 + 0.44 * 200, 0.46 * 200);
        }
    }

    private static void assertNear(Keypoint keypoint, String name, double x, double y) {
        assertThat(keypoint.name()).isEqualTo(name);
        assertThat(keypoint.x()).isCloseTo(x, Offset.offset(1e-3));
        assertThat(keypoint.y()).isCloseTo(y, Offset.offset(1e-3));
        assertThat(keypoint.score()).isCloseTo(128 / 255.0, Offset.offset(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"tflite, ", "tflite, onnx", "tflite, tflite", "blazepose, "})
    void standsBesideBlazePose(String provider, String engine) throws IOException {
        BufferedImage photo = LookBook.withSeed(5).look(0, View.FRONT).photo();
        Map<String, String> options = engine == null
                ? Map.of("model", write(Input.FLOATS).toString())
                : Map.of("model", write(Input.FLOATS).toString(), "engine", engine);
        try (PoseClassifier blazePose = new BlazePoseProvider().create(Options.none());
                PoseClassifier own = provider(provider).create(Options.of(options))) {
            Pose pose = own.classify(photo);
            assertThat(pose.keypoints()).hasSize(CocoPart.COUNT);
            assertThat(pose.verdict()).isEqualTo(blazePose.classify(photo).verdict());
            assertThat(pose.personMask()).isPresent();
            assertThat(own.classify(filled(100, 100, 0xc0c0c0)).keypoints()).isEmpty();
        }
    }

    private static PoseClassifierProvider provider(String id) {
        return id.equals(TfliteProvider.ID) ? new TfliteProvider() : new BlazePoseProvider();
    }

    @Test
    void whatCannotBeConvertedIsLeftToTensorFlowLite() throws IOException {
        Options options = Options.of(Map.of("model", write(Input.BYTES).toString(), "engine", "onnx"));
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> new TfliteProvider().create(options))
                .withMessageContaining("movenet.tflite")
                .withMessageContaining("engine tflite may take it");
    }

    @ParameterizedTest
    @CsvSource({"onnx", "tflite"})
    void refusesANetworkOfAnotherKind(String engine) throws IOException {
        TfliteFile file = new TfliteFile();
        int x = file.tensor("x", 1, 2, 2, 3);
        int y = file.tensor("y", 1, 12);
        file.step(RESHAPE, Map.of(), y, x, file.integers(new int[] {2}, 1, 12));
        Path other = Files.write(folder.resolve("other.tflite"), file.toBytes(x, y));
        Options options = Options.of(Map.of("model", other.toString(), "engine", engine));
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> new TfliteProvider().create(options))
                .withMessageContaining("1x1x17x3 out; it takes x FLOAT")
                .withMessageContaining("[1,2,2,3] and gives [y FLOAT");
    }

    /** One convolution over the whole picture computes all 51 numbers. */
    private Path write(Input input) throws IOException {
        float[] weights = new float[VALUES * SIDE * SIDE * 3];
        float[] biases = new float[VALUES];
        for (int k = 0; k < CocoPart.COUNT; k++) {
            biases[3 * k] = 0.3f + k / 100f;
            biases[3 * k + 1] = 0.6f - k / 100f;
            weights[((3 * k + 2) * SIDE * SIDE + SIDE / 2 * SIDE + SIDE / 2) * 3] = 1 / 255f;
        }
        TfliteFile file = new TfliteFile();
        int picture = file.tensor("picture", 1, SIDE, SIDE, 3);
        int given =
                switch (input) {
                    case FLOATS -> picture;
                    case BYTES -> file.unsignedBytes("bytes", 1, SIDE, SIDE, 3);
                    case WHOLE_NUMBERS -> file.wholeNumbers("numbers", 1, SIDE, SIDE, 3);
                };
        if (input != Input.FLOATS) {
            file.step(CAST, Map.of(), picture, given);
        }
        int all = file.tensor("all", 1, 1, 1, VALUES);
        int keypoints = file.tensor("keypoints", 1, 1, CocoPart.COUNT, 3);
        int kernel = file.floats(new int[] {VALUES, SIDE, SIDE, 3}, weights);
        int bias = file.floats(new int[] {VALUES}, biases);
        file.step(CONV_2D, Map.of(0, (byte) 1, 1, 1, 2, 1), all, picture, kernel, bias)
                .step(RESHAPE, Map.of(), keypoints, all, file.integers(new int[] {4}, 1, 1, CocoPart.COUNT, 3));
        return Files.write(folder.resolve("movenet.tflite"), file.toBytes(given, keypoints));
    }

    private static BufferedImage filled(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }
}
