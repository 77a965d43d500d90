package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.BuyMeException;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.testkit.PoseClassifierTck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with a network for which every keypoint is where the photo is reddest. */
class HrNetProviderTest extends PoseClassifierTck {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @Override
    protected HrNetProvider provider() {
        return new HrNetProvider();
    }

    @Override
    protected PoseClassifier create() {
        return provider().create(Options.of(Map.of("model", heatMaps().toString())));
    }

    private static Path heatMaps() {
        return write("heat.onnx", TopDownGraphs.heatMaps(CocoPart.COUNT, -1, 96, 128));
    }

    private static Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isForThoseWhoAskForIt() {
        assertThat(provider().role()).isEqualTo(Role.OPTIONAL);
    }

    @Test
    void leavesAllButTheKeypointsToBlazePose() {
        try (PoseClassifier blazePose = new BlazePoseProvider().create(Options.none())) {
            Pose expected = blazePose.classify(person());
            Pose pose = stage().classify(person());
            assertThat(pose.keypoints()).extracting(Keypoint::name).hasSize(CocoPart.COUNT);
            assertThat(pose)
                    .usingRecursiveComparison()
                    .ignoringFields("keypoints")
                    .isEqualTo(expected);
        }
    }

    @Test
    void inventsNoSkeletonWhereBlazePoseSeesNone() {
        assertThat(stage().classify(blank(200, 300)).keypoints()).isEmpty();
        assertThat(stage().classify(TestPhotos.rows(TestPhotos.require(TestPhotos.WHOLE_PERSON), 0.45, 1))
                        .keypoints())
                .isEmpty();
    }

    @Test
    void takesTheOptionsThatItDocuments() {
        Path simcc = write("simcc.onnx", TopDownGraphs.simcc(96, 128));
        Map<String, String> all = Map.of(
                "model", simcc.toString(), "refinement", "quarter", "flip", "true", "threads", "2", "parallel", "1");
        try (PoseClassifier classifier = provider().create(Options.of(all))) {
            assertThat(classifier.classify(person()).keypoints()).hasSize(CocoPart.COUNT);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(Options.of(Map.of("refinement", "udp"))))
                .withMessageContaining("none, quarter, dark");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(Options.of(Map.of("flip", "yes"))))
                .withMessageContaining("flip");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertRefused(folder.resolve("none.onnx"), "none.onnx");
        assertRefused(write("text.onnx", "I am no model".getBytes(StandardCharsets.UTF_8)), "no ONNX model");
        assertRefused(write("hands.onnx", TopDownGraphs.heatMaps(21, 1, 96, 128)), "17 keypoints of COCO");
    }

    private void assertRefused(Path file, String message) {
        assertThatExceptionOfType(BuyMeException.class)
                .isThrownBy(() -> provider().create(Options.of(Map.of("model", file.toString()))))
                .withMessageStartingWith("pose 'hrnet'")
                .withMessageContaining(message);
    }
}
