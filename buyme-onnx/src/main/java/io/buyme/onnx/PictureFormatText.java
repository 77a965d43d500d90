package io.buyme.onnx;

import io.buyme.onnx.PictureFormat.ChannelOrder;
import io.buyme.onnx.PictureFormat.Fit;
import io.buyme.onnx.PictureFormat.Layout;
import io.buyme.onnx.PictureFormat.PerColor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A picture format as one line of text: {@code name=value}, parted by spaces, such as {@code width=224 height=224
 * fit=letterbox background=808080 order=rgb layout=nchw mean=128,128,128 deviation=128,128,128}.
 */
final class PictureFormatText {

    private static final List<String> NAMES =
            List.of("width", "height", "fit", "background", "order", "layout", "mean", "deviation");

    private PictureFormatText() {}

    static String of(PictureFormat format) {
        return "width=%d height=%d fit=%s background=%06x order=%s layout=%s mean=%s deviation=%s"
                .formatted(
                        format.width(),
                        format.height(),
                        lower(format.fit()),
                        format.background(),
                        lower(format.order()),
                        lower(format.layout()),
                        numbers(format.mean()),
                        numbers(format.deviation()));
    }

    static PictureFormat parse(String text) {
        try {
            Map<String, String> values = values(text);
            return new PictureFormat(
                    Integer.parseInt(value(values, "width")),
                    Integer.parseInt(value(values, "height")),
                    Fit.valueOf(upper(value(values, "fit"))),
                    Integer.parseInt(value(values, "background"), 16),
                    ChannelOrder.valueOf(upper(value(values, "order"))),
                    Layout.valueOf(upper(value(values, "layout"))),
                    numbers(value(values, "mean")),
                    numbers(value(values, "deviation")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no picture format: '%s': %s".formatted(text, e.getMessage()), e);
        }
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.strip().split("\\s+", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0 || values.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("'%s' is no name=value, or a second one".formatted(part));
            }
        }
        if (!NAMES.containsAll(values.keySet())) {
            throw new IllegalArgumentException("known names are %s, got %s".formatted(NAMES, values.keySet()));
        }
        return values;
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static PerColor numbers(String text) {
        List<Float> numbers =
                Arrays.stream(text.split(",", -1)).map(Float::parseFloat).toList();
        if (numbers.size() != 3) {
            throw new IllegalArgumentException("three numbers wanted, got '%s'".formatted(text));
        }
        return new PerColor(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static String numbers(PerColor numbers) {
        return number(numbers.red()) + "," + number(numbers.green()) + "," + number(numbers.blue());
    }

    private static String number(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Integer.toString((int) value)
                : Float.toString(value);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }
}
