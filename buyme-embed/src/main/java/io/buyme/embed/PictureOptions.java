package io.buyme.embed;

import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.PictureFormat.Fit;
import io.buyme.onnx.PictureFormat.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Finds out how a network wants its pictures: from its metadata; or from options and the shape of its input. */
final class PictureOptions {

    static final String PRESET = "preset";
    static final String SIZE = "size";
    static final String LAYOUT = "layout";
    static final String FIT = "fit";

    private static final Map<String, Supplier<PictureFormat>> PRESETS = new TreeMap<>(Map.of(
            "mobilenet-v2", PictureFormat::mobileNetV2,
            "imagenet", PictureFormat::imagenet,
            "caffe", PictureFormat::caffe,
            "inception", PictureFormat::inception,
            "keras-tf", PictureFormat::kerasTf,
            "keras-torch", PictureFormat::kerasTorch,
            "clip", PictureFormat::clip));

    private PictureOptions() {}

    /**
     * Returns the format of a model's pictures.
     *
     * @throws IllegalArgumentException if an option is bad, or given although the model brings its own format
     */
    static PictureFormat format(OnnxModel model, Optional<ModelCard> card, Options options) {
        if (card.isEmpty()) {
            return fromOptions(PictureNetwork.inputOf(model).shape(), options);
        }
        for (String option : List.of(PRESET, SIZE, LAYOUT, FIT)) {
            if (options.text(option).isPresent()) {
                throw new IllegalArgumentException(
                        "option %s is not for model %s, which says itself how it wants pictures: %s"
                                .formatted(
                                        option,
                                        model.name(),
                                        card.get().picture().toText()));
            }
        }
        return card.get().picture();
    }

    private static PictureFormat fromOptions(List<Long> shape, Options options) {
        PictureFormat preset = preset(options.text(PRESET).orElse(""));
        Layout layout = options.text(LAYOUT)
                .map(text -> constant(LAYOUT, Layout.class, text))
                .or(() -> layout(shape))
                .orElse(preset.layout());
        long height = shape.get(layout == Layout.NCHW ? 2 : 1);
        long width = shape.get(layout == Layout.NCHW ? 3 : 2);
        PictureFormat format = preset.withLayout(layout);
        if (options.text(SIZE).isPresent()) {
            int size = options.integer(SIZE, 0, 1, 4096);
            format = format.withSize(size, size);
        } else if (width > 0 && height > 0) {
            format = format.withSize((int) width, (int) height);
        }
        return options.text(FIT)
                .map(text -> constant(FIT, Fit.class, text))
                .map(format::withFit)
                .orElse(format);
    }

    private static PictureFormat preset(String name) {
        Supplier<PictureFormat> preset = PRESETS.get(name);
        if (preset == null) {
            throw new IllegalArgumentException("option %s must be one of %s, got '%s'; it says how the model was"
                            .formatted(PRESET, PRESETS.keySet(), name)
                    + " trained to see pictures");
        }
        return preset.get();
    }

    /** Returns the layout if the axis of the three colours gives it away. */
    private static Optional<Layout> layout(List<Long> shape) {
        boolean colorsFirst = shape.get(1) == 3;
        boolean colorsLast = shape.get(3) == 3;
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
