package io.buyme.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.Tensor;
import io.buyme.train.net.Engine;
import io.buyme.train.net.MobileNetV2;
import io.buyme.train.net.Networks;
import io.buyme.train.onnx.ModelConversion.Options;
import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelConversionTest {

    private static final Options STANDARD = Options.standard();

    private static final String INITIALIZERS = """
            "kernel_initializer":{"class_name":"GlorotUniform","config":{"seed":null}},
            "bias_initializer":{"class_name":"Zeros","config":{}}""";

    private final Path folder;

    ModelConversionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void aKerasModelBecomesAnEmbedderThatComputesWhatKerasWould() {
        Path file = keras("Conv2D");

        ModelConversion.toOnnx(file, folder.resolve("keras.onnx"), STANDARD);

        // relu(1 * red + 2 * blue + 0.5), relu(-3 * green), each averaged over the picture, as a vector of length 1.
        float[] picture = new float[3 * 4 * 5];
        Arrays.fill(picture, 0, 20, 1f);
        Arrays.fill(picture, 20, 40, -1f);
        Arrays.fill(picture, 40, 60, 0.25f);
        try (OnnxModel model = OnnxModel.open(folder.resolve("keras.onnx"), 1)) {
            assertThat(model.inputs().get(0).shape()).containsExactly(-1L, 3L, 4L, 5L);
            float length = (float) Math.hypot(2, 3);
            assertThat(run(model, Tensor.of(picture, 1, 3, 4, 5)).toArray())
                    .containsExactly(new float[] {2 / length, 3 / length}, Offset.offset(1e-5f));
        }
    }

    @Test
    void aFlattenedKerasModelKeepsTheOrderOfItsFeatures() {
        Path file = folder.resolve("flat.h5");
        String flatten = """
                {"class_name":"Sequential","config":{"name":"s","layers":[
                 {"class_name":"Conv2D","config":{"name":"conv","batch_input_shape":[null,2,2,3],"filters":2,
                  "kernel_size":[1,1],"strides":[1,1],"padding":"same","data_format":"channels_last",
                  "dilation_rate":[1,1],"activation":"linear","use_bias":true,%s}},
                 {"class_name":"Flatten","config":{"name":"flat","data_format":"channels_last"}},
                 {"class_name":"Dense","config":{"name":"dense","units":2,"activation":"linear","use_bias":true,%s}}]}}
                """.formatted(INITIALIZERS, INITIALIZERS);
        try (KerasFixture fixture = new KerasFixture(file, flatten)) {
            fixture.layer("conv", new float[] {1, 0, 0, 1, 0, 0}, new long[] {1, 1, 3, 2}, 0, 0);
            // The first unit reads the first pixel's second channel, the other the last pixel's first.
            float[] kernel = new float[16];
            kernel[2] = 1;
            kernel[13] = 1;
            fixture.layer("dense", kernel, new long[] {8, 2}, 0, 0);
        }

        ModelConversion.toOnnx(file, folder.resolve("flat.onnx"), STANDARD);

        float[] picture = {1, 2, 3, 4, 3, 6, 7, 8, 0, 0, 0, 0};
        try (OnnxModel model = OnnxModel.open(folder.resolve("flat.onnx"), 1)) {
            assertThat(run(model, Tensor.of(picture, 1, 3, 2, 2)).toArray())
                    .containsExactly(new float[] {0.6f, 0.8f}, Offset.offset(1e-5f));
        }
    }

    @Test
    void aModelOfDl4jBecomesAnEmbedderOfTheLayerBeforeItsClassifier() throws IOException {
        Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(Networks.classifier(new MobileNetV2(), 32, 4, 1), file.toFile(), true);
        Options options = new Options(OptionalInt.of(32), Optional.empty(), true, Map.of("buyme.format", "1"));

        ExportReport report = ModelConversion.toOnnx(file, folder.resolve("out.onnx"), options);

        assertThat(report.translationDifference()).isLessThan(1e-4);
        try (OnnxModel model = OnnxModel.open(folder.resolve("out.onnx"), 1)) {
            assertThat(model.outputs().get(0).shape()).containsExactly(-1L, 1280L);
            assertThat(model.metadata()).containsEntry("buyme.format", "1");
        }
    }

    @Test
    void aModelOfDl4jNeedsTheSizeOfItsPictures() throws IOException {
        Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(Networks.features(new MobileNetV2(), 32, 1), file.toFile(), false);

        fails(Reason.WRONG_SHAPE, "does not tell the size", () -> convert(file));
    }

    @Test
    void refusesWhatIsNoModelAndSaysSo() throws IOException {
        fails(
                Reason.NOT_A_MODEL,
                "neither a Keras model",
                () -> convert(written("words.h5", "plain words".getBytes(StandardCharsets.UTF_8))));
        fails(Reason.NOT_A_MODEL, "neither a Keras model", () -> convert(written("empty.h5", new byte[0])));
        fails(Reason.UNREADABLE, "missing.h5", () -> convert(folder.resolve("missing.h5")));
    }

    @Test
    void refusesATruncatedKerasFile() throws IOException {
        byte[] whole = Files.readAllBytes(keras("Conv2D"));
        Path half = written("half.h5", Arrays.copyOf(whole, whole.length / 2));

        fails(Reason.TRUNCATED, "ends early", () -> convert(half));
    }

    @Test
    void refusesATruncatedZip() throws IOException {
        Path file = folder.resolve("network.zip");
        ModelSerializer.writeModel(Networks.features(new MobileNetV2(), 32, 1), file.toFile(), false);
        byte[] whole = Files.readAllBytes(file);
        Path half = written("half.zip", Arrays.copyOf(whole, whole.length / 2));

        fails(Reason.TRUNCATED, "ends early", () -> convert(half));
    }

    @Test
    void refusesAZipOfAnotherKind() throws IOException {
        Path file = folder.resolve("model.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }

        fails(Reason.NOT_A_MODEL, "Keras 3", () -> convert(file));
    }

    @Test
    void namesALayerThatDl4jDoesNotKnow() {
        fails(Reason.UNSUPPORTED, "FancyLayer", () -> convert(keras("FancyLayer")));
    }

    /** A 1 x 1 convolution of the given class with relu, the average over the map, and a softmax over two classes. */
    private Path keras(String convolution) {
        Path file = folder.resolve("keras.h5");
        String configuration = """
                {"class_name":"Functional","config":{"name":"m","layers":[
                 {"class_name":"InputLayer","name":"in","inbound_nodes":[],
                  "config":{"name":"in","batch_input_shape":[null,4,5,3],"dtype":"float32","sparse":false}},
                 {"class_name":"%s","name":"conv","inbound_nodes":[[["in",0,0,{}]]],
                  "config":{"name":"conv","filters":2,"kernel_size":[1,1],"strides":[1,1],"padding":"same",
                   "data_format":"channels_last","dilation_rate":[1,1],"activation":"relu","use_bias":true,%s}},
                 {"class_name":"GlobalAveragePooling2D","name":"pool","inbound_nodes":[[["conv",0,0,{}]]],
                  "config":{"name":"pool","data_format":"channels_last"}},
                 {"class_name":"Dense","name":"classes","inbound_nodes":[[["pool",0,0,{}]]],
                  "config":{"name":"classes","units":2,"activation":"softmax","use_bias":true,%s}}],
                 "input_layers":[["in",0,0]],"output_layers":[["classes",0,0]]}}
                """.formatted(convolution, INITIALIZERS, INITIALIZERS);
        try (KerasFixture fixture = new KerasFixture(file, configuration)) {
            fixture.layer("conv", new float[] {1, 0, 0, -3, 2, 0}, new long[] {1, 1, 3, 2}, 0.5f, 0)
                    .layer("classes", new float[] {1, 2, 3, 4}, new long[] {2, 2}, 0, 0);
        }
        return file;
    }

    private void convert(Path file) {
        ModelConversion.toOnnx(file, folder.resolve("never.onnx"), STANDARD);
    }

    private void fails(Reason reason, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
        assertThat(folder.resolve("never.onnx")).doesNotExist();
    }

    private Path written(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static Tensor run(OnnxModel model, Tensor pictures) {
        return Objects.requireNonNull(model.run(Map.of("image", pictures)).get("embedding"));
    }
}
