package io.buyme.train.onnx;

import io.buyme.onnx.PersonRegion;
import io.buyme.onnx.PictureFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a detector's model file says of itself, so that it can be used without any option. */
public final class DetectorMetadata {

    private static final String FORMAT = "1";

    private DetectorMetadata() {}

    /**
     * Returns the lines by key; more may be added.
     *
     * @param version of the weights
     * @param labels a line for each category in the order of the outputs: its name, perhaps with the two numbers that make
     *     its score a probability
     * @param width of the pictures, in pixels
     * @param height of the pictures, in pixels
     */
    public static Map<String, String> of(String version, List<String> labels, int width, int height) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("buyme.format", FORMAT);
        lines.put("buyme.version", version);
        lines.put("buyme.labels", String.join("\n", labels));
        lines.put(
                "buyme.picture",
                PictureFormat.mobileNetV2().withSize(width, height).toText());
        return lines;
    }

    /**
     * Returns the lines of a detector that is shown the person, by key; more may be added.
     *
     * @param threshold of scores at which articles are kept
     */
    public static Map<String, String> ofPersons(
            String version, List<String> labels, int width, int height, double threshold) {
        Map<String, String> lines = of(version, labels, width, height);
        lines.put("buyme.threshold", Double.toString(threshold));
        lines.put("buyme.margin", Double.toString(PersonRegion.MARGIN));
        return lines;
    }
}
