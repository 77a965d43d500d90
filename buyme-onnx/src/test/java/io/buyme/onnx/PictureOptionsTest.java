package io.buyme.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.spi.Options;
import io.buyme.onnx.PictureFormat.Fit;
import io.buyme.onnx.PictureFormat.Layout;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureOptionsTest {

    @Test
    void takesSizeAndLayoutFromTheInput() {
        PictureFormat format = format(Map.of("preset", "unit"), 1, 480, 640, 3);
        assertThat(format)
                .isEqualTo(PictureFormat.unit().withLayout(Layout.NHWC).withSize(640, 480));
    }

    @Test
    void readsInputsWithoutAxisForTheBatch() {
        assertThat(format(Map.of(), 3, 20, 10))
                .isEqualTo(PictureFormat.imagenet().withSize(10, 20));
        assertThat(format(Map.of(), 20, 10, 3))
                .isEqualTo(PictureFormat.imagenet().withLayout(Layout.NHWC).withSize(10, 20));
    }

    @ParameterizedTest
    @CsvSource({"300, 300, 300", "288x512, 288, 512"})
    void readsSizes(String size, int width, int height) {
        PictureFormat format = format(Map.of("size", size, "fit", "stretch"), 1, 3, -1, -1);
        assertThat(format)
                .isEqualTo(PictureFormat.imagenet().withSize(width, height).withFit(Fit.STRETCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "12x", "1x2x3", "5000", "a"})
    void refusesWhatIsNoSize(String size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format(Map.of("size", size), 1, 3, -1, -1))
                .withMessageContaining("size");
    }

    @Test
    void needsAPresetUnlessOneIsUsual() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureOptions.of(Options.none(), input(1, 3, 8, 8), Optional.empty()))
                .withMessageContaining("preset")
                .withMessageContaining("mobilenet-v2");
    }

    @Test
    void refusesOptionsThatAreAnsweredAlready() {
        PictureOptions.refuse(Options.of(Map.of("model", "m")), "this");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureOptions.refuse(Options.of(Map.of("fit", "stretch")), "this"))
                .withMessage("option fit is not for this");
    }

    private static PictureFormat format(Map<String, String> options, long... shape) {
        return PictureOptions.of(Options.of(options), input(shape), Optional.of(PictureFormat.imagenet()));
    }

    private static TensorSpec input(long... shape) {
        return new TensorSpec("image", "FLOAT", Arrays.stream(shape).boxed().toList());
    }
}
