package io.buyme.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * How a network wants to see a picture: its size, how the picture is fitted into it, and what numbers the pixels become.
 * Training and inference share it, so that a network is asked about pictures like those it has learnt from. Immutable,
 * safe for concurrent use.
 *
 * <p>A picture goes through two steps: {@link #canvas} draws it at the size that the network wants, and {@link #write}
 * turns the canvas into numbers, {@code (v - mean) / deviation} for each value {@code v} from 0 to 255.
 *
 * @param width of the canvas in pixels
 * @param height of the canvas in pixels
 * @param fit how a picture of other proportions is fitted in
 * @param background sRGB {@code 0xRRGGBB}, of what is not the article
 * @param order in which the numbers of the three colours follow
 * @param layout whether the three planes follow one another, or the three numbers of each pixel
 * @param mean subtracted
 * @param deviation divided by, not zero
 */
public record PictureFormat(
        int width,
        int height,
        Fit fit,
        int background,
        ChannelOrder order,
        Layout layout,
        PerColor mean,
        PerColor deviation) {

    /** How a picture is fitted into a canvas of other proportions. */
    public enum Fit {
        /** The whole picture as large as possible, centred on the background. */
        LETTERBOX,
        /** The whole picture, distorted. */
        STRETCH,
        /** The middle of the picture, so that it covers the canvas. */
        CENTER_CROP
    }

    /** The order of the colours. */
    public enum ChannelOrder {
        /** Red first. */
        RGB,
        /** Blue first, as in Caffe and OpenCV. */
        BGR
    }

    /** The order of the numbers of a batch. */
    public enum Layout {
        /** Picture, colour, row, column: PyTorch, DL4J. */
        NCHW,
        /** Picture, row, column, colour: TensorFlow. */
        NHWC
    }

    /**
     * A number for each colour, on the scale of 0 to 255.
     *
     * @param red for red
     * @param green for green
     * @param blue for blue
     */
    public record PerColor(float red, float green, float blue) {

        /** Checks that the numbers are finite. */
        public PerColor {
            if (!Float.isFinite(red) || !Float.isFinite(green) || !Float.isFinite(blue)) {
                throw new IllegalArgumentException(
                        "numbers must be finite, got %s, %s, %s".formatted(red, green, blue));
            }
        }

        /** Returns the same number for each colour. */
        public static PerColor all(float value) {
            return new PerColor(value, value, value);
        }
    }

    /** Checks that the sizes are positive and nothing is divided by zero. */
    public PictureFormat {
        requireNonNull(fit, "fit");
        requireNonNull(order, "order");
        requireNonNull(layout, "layout");
        requireNonNull(mean, "mean");
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a canvas needs at least one pixel, got " + width + "x" + height);
        }
        if (background < 0 || background > 0xFFFFFF) {
            throw new IllegalArgumentException("a background is from 0x000000 to 0xFFFFFF, got " + background);
        }
        if (deviation.red() == 0 || deviation.green() == 0 || deviation.blue() == 0) {
            throw new IllegalArgumentException("the deviation must not be zero, got " + deviation);
        }
    }

    /** Returns the format of MobileNetV2 as TensorFlow trains it: about -1 to 1, on mid-gray. Source: Sandler et al. 2018. */
    public static PictureFormat mobileNetV2() {
        return square(224, 0x808080, ChannelOrder.RGB, Layout.NCHW, PerColor.all(128), PerColor.all(128));
    }

    /**
     * Returns the format of networks of torchvision, such as DenseNet-121: mean and deviation of ImageNet. Torchvision
     * itself cuts the picture's middle out; an article is shown whole here, on the mean colour.
     */
    public static PictureFormat imagenet() {
        return square(
                224,
                0x7C7468,
                ChannelOrder.RGB,
                Layout.NCHW,
                new PerColor(123.675f, 116.28f, 103.53f),
                new PerColor(58.395f, 57.12f, 57.375f));
    }

    /** Returns the format of VGG16 and ResNet50 of Keras, as in Caffe: blue first, the mean of ImageNet subtracted. */
    public static PictureFormat caffe() {
        return square(
                224,
                0x7C7568,
                ChannelOrder.BGR,
                Layout.NHWC,
                new PerColor(123.68f, 116.779f, 103.939f),
                PerColor.all(1));
    }

    /** Returns the format of InceptionV3 and Xception of Keras: 299 pixels, -1 to 1. */
    public static PictureFormat inception() {
        return square(299, 0x808080, ChannelOrder.RGB, Layout.NHWC, PerColor.all(127.5f), PerColor.all(127.5f));
    }

    /** Returns the format of MobileNet, MobileNetV2 and NASNet of Keras ({@code mode='tf'}): 224 pixels, -1 to 1. */
    public static PictureFormat kerasTf() {
        return inception().withSize(224, 224);
    }

    /** Returns the format of DenseNet of Keras ({@code mode='torch'}): the numbers of {@link #imagenet()}, pixel by pixel. */
    public static PictureFormat kerasTorch() {
        return imagenet().withLayout(Layout.NHWC);
    }

    /** Returns the format of CLIP (Radford et al. 2021) and of networks trained further from it. */
    public static PictureFormat clip() {
        return square(
                224,
                0x7B756B,
                ChannelOrder.RGB,
                Layout.NCHW,
                new PerColor(122.771f, 116.746f, 104.094f),
                new PerColor(68.501f, 66.632f, 70.323f));
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static PictureFormat parse(String text) {
        return PictureFormatText.parse(text);
    }

    /** Returns this format as one line of text, for {@link #parse}. */
    public String toText() {
        return PictureFormatText.of(this);
    }

    /** Returns this format with another size. */
    public PictureFormat withSize(int newWidth, int newHeight) {
        return new PictureFormat(newWidth, newHeight, fit, background, order, layout, mean, deviation);
    }

    /** Returns this format with another way to fit pictures in. */
    public PictureFormat withFit(Fit newFit) {
        return new PictureFormat(width, height, newFit, background, order, layout, mean, deviation);
    }

    /** Returns this format with another order of the numbers. */
    public PictureFormat withLayout(Layout newLayout) {
        return new PictureFormat(width, height, fit, background, order, newLayout, mean, deviation);
    }

    /** Returns how many numbers a canvas becomes. */
    public int length() {
        return 3 * width * height;
    }

    /** Returns the shape of a batch of so many pictures. */
    public List<Long> shape(int pictures) {
        long n = pictures;
        return layout == Layout.NCHW
                ? List.of(n, 3L, (long) height, (long) width)
                : List.of(n, (long) height, (long) width, 3L);
    }

    /** Returns where a crop's picture goes on the canvas. */
    public Placement place(Crop crop) {
        return Placement.of(crop, this);
    }

    /** Returns where a region of a photo goes: onto the whole canvas. */
    public Placement place(Box region) {
        return new Placement(region, new Box(0, 0, width, height), false);
    }

    /**
     * Draws a crop on a canvas of this format's size. With a mask, the crop is first cut to the mask's bounds and a
     * margin of 2 %, and everything outside of the mask, such as skin, becomes background; a mask that marks no pixel of
     * the picture counts as none. So does what is transparent.
     *
     * <p>Scaled with a triangle filter as wide as the scale, so no pixel of the picture is left out (like Pillow's
     * bilinear filter).
     *
     * @return a new picture of type {@link BufferedImage#TYPE_INT_RGB}
     */
    public BufferedImage canvas(Crop crop) {
        return new CanvasPainter(this, crop).paint();
    }

    /**
     * Draws a region of a photo over the whole of a canvas of this format's size, whatever the {@link #fit}: give it a
     * region of the canvas's proportions, such as that of {@link PersonRegion}, unless it shall be distorted. Its edges
     * need not be on whole pixels; what lies beyond the photo becomes background. {@link #place(Box)} maps back.
     *
     * <p>Scaled like {@link #canvas(Crop)}.
     *
     * @param region in photo pixels
     * @return a new picture of type {@link BufferedImage#TYPE_INT_RGB}
     */
    public BufferedImage canvas(BufferedImage photo, Box region) {
        return new CanvasPainter(this, photo, region).paint();
    }

    /**
     * Writes a canvas as numbers, {@link #length} of them, from the buffer's position on, which moves behind them.
     *
     * @throws IllegalArgumentException if the canvas has another size
     * @throws java.nio.BufferOverflowException if the buffer has too little room
     */
    public void write(BufferedImage canvas, FloatBuffer to) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            throw new IllegalArgumentException("the format wants %dx%d pixels, the canvas has %dx%d"
                    .formatted(width, height, canvas.getWidth(), canvas.getHeight()));
        }
        new PixelValues(this).write(canvas, to);
    }

    /** Returns the crops as one batch: {@link #canvas} and {@link #write} for each of them. */
    public Tensor tensor(List<Crop> crops) {
        FloatBuffer values = Tensor.buffer(Math.multiplyExact(crops.size(), length()));
        for (Crop crop : crops) {
            write(canvas(crop), values);
        }
        return Tensor.over(
                values.flip(),
                shape(crops.size()).stream().mapToLong(Long::longValue).toArray());
    }

    private static PictureFormat square(
            int size, int background, ChannelOrder order, Layout layout, PerColor mean, PerColor deviation) {
        return new PictureFormat(size, size, Fit.LETTERBOX, background, order, layout, mean, deviation);
    }

    @Override
    public String toString() {
        return "PictureFormat[" + toText() + "]";
    }
}
