package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.Role;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlazePoseProviderTest {

    @Test
    void isWhatAnApplicationGetsWithoutAsking() {
        PoseClassifierProvider provider =
                Providers.discover(PoseClassifierProvider.class).select();
        assertThat(provider).isInstanceOf(BlazePoseProvider.class);
        assertThat(provider.role()).isEqualTo(Role.BUILT_IN);
    }

    @Test
    void computesTheSameOnTwoThreads() {
        BufferedImage photo = TestPhotos.require(TestPhotos.WHOLE_PERSON);
        Options twoThreads = Options.of(Map.of("threads", "2", "parallel", "1"));
        try (PoseClassifier one = new BlazePoseProvider().create(Options.none());
                PoseClassifier two = new BlazePoseProvider().create(twoThreads)) {
            Pose expected = one.classify(photo);
            assertThat(two.classify(photo).verdict()).isEqualTo(expected.verdict());
            assertThat(two.classify(photo)
                            .personMask()
                            .orElseThrow()
                            .iou(expected.personMask().orElseThrow()))
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void refusesThreadsOutOfBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlazePoseProvider().create(Options.of(Map.of("threads", "0"))))
                .withMessageContaining("threads");
    }

    @Test
    void refusesAnEngineThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlazePoseProvider().create(Options.of(Map.of("engine", "torch"))))
                .withMessageContaining("onnx, tflite");
    }
}
