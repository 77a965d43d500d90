package io.buyme.onnx;

import io.buyme.api.spi.Options;
import io.buyme.onnx.PictureFormat.Fit;
import io.buyme.onnx.PictureFormat.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The options that say how a network wants its pictures: {@code preset}, a {@link PictureFormat} by name; {@code size},
 * width and height as {@code 224} or {@code 288x512}; {@code layout} and {@code fit}.
 */
public final class PictureOptions {

    /** How the network was trained to see pictures, by name. */
    public static final String PRESET = "preset";
    /** Width and height in pixels. */
    public static final String SIZE = "size";
    /** Order of the numbers. */
    public static final String LAYOUT = "layout";
    /** How a picture of other proportions is fitted in. */
    public static final String FIT = "fit";

    private static final int LARGEST = 4096;

    private static final Map<String, Supplier<PictureFormat>> PRESETS = new TreeMap<>(Map.of(
            "mobilenet-v2", PictureFormat::mobileNetV2,
            "imagenet", PictureFormat::imagenet,
            "caffe", PictureFormat::caffe,
            "inception", PictureFormat::inception,
            "keras-tf", PictureFormat::kerasTf,
            "keras-torch", PictureFormat::kerasTorch,
            "clip", PictureFormat::clip,
            "unit", PictureFormat::unit,
            "bytes", PictureFormat::bytes));

    private PictureOptions() {}

    /**
     * Returns the format that options and the shape of a network's input ask for. A size or layout that the input fixes
     * need not be given.
     *
     * @param input pictures, with three axes or, with one for the batch in front, four
     * @param standard if no preset is given; without one, a preset is needed
     * @throws IllegalArgumentException if an option is bad or missing
     */
    public static PictureFormat of(Options options, TensorSpec input, Optional<PictureFormat> standard) {
        List<Long> axes =
                input.shape().subList(input.shape().size() - 3, input.shape().size());
        PictureFormat preset = preset(options, standard);
        Layout layout = options.text(LAYOUT)
                .map(text -> constant(LAYOUT, Layout.class, text))
                .or(() -> layout(axes))
                .orElse(preset.layout());
        long height = axes.get(layout == Layout.NCHW ? 1 : 0);
        long width = axes.get(layout == Layout.NCHW ? 2 : 1);
        PictureFormat format = preset.withLayout(layout);
        if (options.text(SIZE).isPresent()) {
            format = sized(format, options.text(SIZE).get());
        } else if (width > 0 && height > 0) {
            format = format.withSize((int) width, (int) height);
        }
        return options.text(FIT)
                .map(text -> constant(FIT, Fit.class, text))
                .map(format::withFit)
                .orElse(format);
    }

    /**
     * Checks that none of these options is given.
     *
     * @param because in words, follows upon {@code option size is not for}
     * @throws IllegalArgumentException if one is
     */
    public static void refuse(Options options, String because) {
        for (String option : List.of(PRESET, SIZE, LAYOUT, FIT)) {
            if (options.text(option).isPresent()) {
                throw new IllegalArgumentException("option " + option + " is not for " + because);
            }
        }
    }

    private static PictureFormat preset(Options options, Optional<PictureFormat> standard) {
        if (options.text(PRESET).isEmpty() && standard.isPresent()) {
            return standard.get();
        }
        String name = options.text(PRESET).orElse("");
        Supplier<PictureFormat> preset = PRESETS.get(name);
        if (preset == null) {
            throw new IllegalArgumentException("option %s must be one of %s, got '%s'; it says how the model was"
                            .formatted(PRESET, PRESETS.keySet(), name)
                    + " trained to see pictures");
        }
        return preset.get();
    }

    private static PictureFormat sized(PictureFormat format, String text) {
        try {
            String[] sides = text.strip().split("x", -1);
            int width = Integer.parseInt(sides[0]);
            int height = Integer.parseInt(sides[sides.length - 1]);
            if (sides.length <= 2 && width >= 1 && height >= 1 && Math.max(width, height) <= LARGEST) {
                return format.withSize(width, height);
            }
        } catch (NumberFormatException e) {
            // Falls through: a number out of bounds and a text that is no number get the same advice.
        }
        throw new IllegalArgumentException("option %s must be a whole number, or two as 288x512, from 1 to %d, got '%s'"
                .formatted(SIZE, LARGEST, text));
    }

    /** Returns the layout if the axis of the three colours gives it away. */
    private static Optional<Layout> layout(List<Long> axes) {
        boolean colorsFirst = axes.get(0) == 3;
        boolean colorsLast = axes.get(2) == 3;
        return colorsFirst == colorsLast ? Optional.empty() : Optional.of(colorsFirst ? Layout.NCHW : Layout.NHWC);
    }

    private static <E extends Enum<E>> E constant(String option, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("option %s must be one of %s, got '%s'"
                        .formatted(
                                option,
                                Arrays.stream(type.getEnumConstants())
                                        .map(PictureOptions::name)
                                        .toList(),
                                text)));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
