package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.BuyMeException;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.api.spi.Providers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TfliteProviderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void isThereForThoseWhoAskForIt() {
        assertThat(Providers.discover(PoseClassifierProvider.class).select("tflite"))
                .isInstanceOf(TfliteProvider.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx", "tflite"})
    void runsTheUsersOwnModels(String engine) throws IOException {
        BufferedImage photo = TestPhotos.require(TestPhotos.WHOLE_PERSON);
        Options options = Options.of(Map.of(
                "landmarks", own(LandmarkModel.MODEL).toString(),
                "detector", own(PersonDetector.MODEL).toString(),
                "engine", engine));
        try (PoseClassifier ours = new BlazePoseProvider().create(Options.none());
                PoseClassifier own = new TfliteProvider().create(options)) {
            Pose expected = ours.classify(photo);
            Pose actual = own.classify(photo);
            assertThat(actual.verdict()).isEqualTo(expected.verdict());
            assertThat(actual.personBox().orElseThrow().iou(expected.personBox().orElseThrow()))
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void asksForTheFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TfliteProvider().create(Options.none()))
                .withMessageContaining("option model is needed");
        Options twice = Options.of(Map.of("landmarks", "a.tflite", "model", "b.tflite"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TfliteProvider().create(twice))
                .withMessageContaining("leave one out");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Options options =
                Options.of(Map.of("landmarks", folder.resolve("none.tflite").toString()));
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> new TfliteProvider().create(options))
                .withMessageContaining("none.tflite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx", "tflite"})
    void refusesHalfAModel(String engine) throws IOException {
        Path file = own(LandmarkModel.MODEL);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Options options = Options.of(Map.of("landmarks", file.toString(), "engine", engine));
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> new TfliteProvider().create(options))
                .withMessageContaining(file.getFileName().toString());
    }

    private Path own(String network) throws IOException {
        ModelFile model = ModelFile.builtIn("test", Engine.TFLITE.resource(network));
        return Files.write(folder.resolve(Path.of(model.name()).getFileName()), model.bytes());
    }
}
