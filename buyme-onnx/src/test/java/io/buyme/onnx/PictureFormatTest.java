package io.buyme.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.onnx.PictureFormat.ChannelOrder;
import io.buyme.onnx.PictureFormat.Fit;
import io.buyme.onnx.PictureFormat.Layout;
import io.buyme.onnx.PictureFormat.PerColor;
import java.awt.image.BufferedImage;
import java.nio.BufferOverflowException;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormatTest {

    private static final PictureFormat TINY = new PictureFormat(
            2,
            1,
            Fit.STRETCH,
            0x808080,
            ChannelOrder.RGB,
            Layout.NCHW,
            new PerColor(1, 2, 3),
            new PerColor(10, 20, 40));

    @Test
    void writesPlanesOfEachColor() {
        assertThat(values(TINY)).containsExactly(0.9f, -0.1f, 0.9f, 5.9f, 0.675f, 6.3f);
    }

    @Test
    void writesPixelByPixel() {
        assertThat(values(TINY.withLayout(Layout.NHWC))).containsExactly(0.9f, 0.9f, 0.675f, -0.1f, 5.9f, 6.3f);
    }

    @Test
    void writesBlueFirst() {
        PictureFormat bgr =
                new PictureFormat(2, 1, Fit.STRETCH, 0, ChannelOrder.BGR, Layout.NCHW, TINY.mean(), TINY.deviation());
        assertThat(values(bgr)).containsExactly(0.675f, 6.3f, 0.9f, 5.9f, 0.9f, -0.1f);
    }

    @Test
    void writesWhereTheBufferStands() {
        FloatBuffer buffer = Tensor.buffer(7).position(1);
        TINY.write(canvas(), buffer);
        assertThat(buffer.position()).isEqualTo(7);
        assertThat(buffer.get(0)).isZero();
        assertThat(buffer.get(1)).isEqualTo(0.9f);
        assertThatThrownBy(() -> TINY.write(canvas(), buffer)).isInstanceOf(BufferOverflowException.class);
    }

    @Test
    void refusesACanvasOfAnotherSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TINY.withSize(3, 1).write(canvas(), Tensor.buffer(9)))
                .withMessageContainingAll("3x1", "2x1");
    }

    @Test
    void hasTheNumbersThatTheNetworksWereTrainedWith() {
        assertThat(gray(PictureFormat.mobileNetV2(), 0)).containsExactly(-1, -1, -1);
        assertThat(gray(PictureFormat.mobileNetV2(), 128)).containsExactly(0, 0, 0);
        assertThat(gray(PictureFormat.inception(), 255)).containsExactly(1, 1, 1);
        assertThat(gray(PictureFormat.caffe(), 100))
                .containsExactly(new float[] {-3.939f, -16.779f, -23.68f}, within(1e-4f));
        assertThat(gray(PictureFormat.imagenet(), 255))
                .containsExactly(new float[] {0.515f / 0.229f, 0.544f / 0.224f, 0.594f / 0.225f}, within(1e-4f));
        assertThat(PictureFormat.inception().width()).isEqualTo(299);
        assertThat(PictureFormat.mobileNetV2().shape(4)).containsExactly(4L, 3L, 224L, 224L);
        assertThat(PictureFormat.kerasTf().shape(1)).containsExactly(1L, 224L, 224L, 3L);
    }

    @Test
    void isTheSameAfterATripThroughText() {
        PictureFormat odd = new PictureFormat(
                192,
                256,
                Fit.CENTER_CROP,
                0x00FF7F,
                ChannelOrder.BGR,
                Layout.NHWC,
                new PerColor(0.1f, -3e-7f, 123.675f),
                new PerColor(1 / 3f, 2, 3e7f));
        assertThat(PictureFormat.parse(odd.toText())).isEqualTo(odd);
        assertThat(PictureFormat.mobileNetV2().toText())
                .isEqualTo("width=224 height=224 fit=letterbox background=808080 order=rgb layout=nchw"
                        + " mean=128,128,128 deviation=128,128,128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "width=224",
                "width=224 height=224 fit=letterbox background=808080 order=rgb layout=nchw mean=1,2 deviation=1,1,1",
                "width=0 height=224 fit=letterbox background=808080 order=rgb layout=nchw mean=1,2,3 deviation=1,1,1",
                "width=2 height=224 fit=letterbox background=808080 order=rgb layout=nchw mean=1,2,3 deviation=1,0,1",
                "width=2 height=224 fit=squeeze background=808080 order=rgb layout=nchw mean=1,2,3 deviation=1,1,1",
                "width=2 width=3 height=2 fit=stretch background=808080 order=rgb layout=nchw mean=1,2,3 deviation=1,1,1",
                "width=2 height=2 fit=stretch background=1808080 order=rgb layout=nchw mean=1,2,3 deviation=1,1,1",
                "width=2 height=2 fit=stretch background=0 order=rgb layout=nchw mean=1,2,NaN deviation=1,1,1",
                "width=2 height=2 fit=stretch background=0 order=rgb layout=nchw mean=1,2,3 deviation=1,1,1 more=1"
            })
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureFormat.parse(text))
                .withMessageContaining("no picture format");
    }

    private static float[] values(PictureFormat format) {
        FloatBuffer buffer = Tensor.buffer(format.length());
        format.write(canvas(), buffer);
        return Tensor.over(buffer.flip(), format.length()).toArray();
    }

    /** The three numbers of a gray pixel. */
    private static float[] gray(PictureFormat format, int value) {
        PictureFormat pixel = format.withSize(1, 1);
        BufferedImage canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        canvas.setRGB(0, 0, value * 0x010101);
        FloatBuffer buffer = FloatBuffer.allocate(3);
        pixel.write(canvas, buffer);
        return buffer.array();
    }

    /** Two pixels: (10, 20, 30) and (0, 120, 255). */
    private static BufferedImage canvas() {
        BufferedImage canvas = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        canvas.setRGB(0, 0, 0x0A141E);
        canvas.setRGB(1, 0, 0x0078FF);
        return canvas;
    }
}
