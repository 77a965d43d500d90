package io.buyme.detect;

import io.buyme.api.BuyMeException;
import io.buyme.api.Taxonomy;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PersonRegion;
import io.buyme.onnx.PictureFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a detector model of BuyMe's own format says of itself in its metadata: {@code buyme.format} (1), {@code
 * buyme.version}, {@code buyme.picture}, {@code buyme.labels} (as a label file) and, if they are not the usual ones, {@code
 * buyme.threshold}, {@code buyme.margin} and {@code buyme.merge}.
 *
 * @param version of the weights
 * @param picture that the network wants
 * @param labels in the order of its outputs
 * @param threshold of scores, at which it is best
 * @param margin around a person with which it was trained
 * @param merging which of its boxes are one article, if it was trained for another answer than the usual one
 */
record DetectorCard(
        String version,
        PictureFormat picture,
        Labels labels,
        double threshold,
        double margin,
        Optional<Merging> merging) {

    static final double USUAL_THRESHOLD = 0.5;

    private static final String READABLE = "1";

    /**
     * Returns the card of a model, or nothing if the model is a foreign one.
     *
     * @throws BuyMeException if the card is of another format or damaged
     */
    static Optional<DetectorCard> of(OnnxModel model, Taxonomy taxonomy) {
        Map<String, String> metadata = model.metadata();
        String format = metadata.get("buyme.format");
        if (format == null) {
            return Optional.empty();
        }
        if (!format.equals(READABLE)) {
            throw new BuyMeException("model %s is of detector format %s, but this version of BuyMe reads %s"
                    .formatted(model.name(), format, READABLE));
        }
        try {
            return Optional.of(new DetectorCard(
                    required(metadata, "buyme.version"),
                    PictureFormat.parse(required(metadata, "buyme.picture")),
                    Labels.parse(required(metadata, "buyme.labels"), taxonomy, "buyme.labels"),
                    number(metadata, "buyme.threshold", USUAL_THRESHOLD),
                    number(metadata, "buyme.margin", PersonRegion.MARGIN),
                    Optional.ofNullable(metadata.get("buyme.merge")).map(Merging::of)));
        } catch (IllegalArgumentException e) {
            throw new BuyMeException("model %s has damaged metadata: %s".formatted(model.name(), e.getMessage()), e);
        }
    }

    private static double number(Map<String, String> metadata, String key, double usual) {
        String text = metadata.get(key);
        double value = text == null ? usual : Double.parseDouble(text);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(key + " is from 0 to 1, got " + text);
        }
        return value;
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
