package io.buyme.embed;

import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What an embedder model of BuyMe's own format says of itself in its metadata: {@code buyme.format} (1), {@code
 * buyme.version}, {@code buyme.picture} and, if it has tags, {@code buyme.tags}.
 *
 * @param version of the weights
 * @param picture that the network wants
 * @param tags of the output {@code tags}; none if the model has none
 */
record ModelCard(String version, PictureFormat picture, TagHead tags) {

    private static final String FORMAT = "buyme.format";
    private static final String READABLE = "1";

    /**
     * Returns the card of a model, or nothing if the model is a foreign one.
     *
     * @throws BuyMeException if the card is of another format or damaged
     */
    static Optional<ModelCard> of(OnnxModel model) {
        Map<String, String> metadata = model.metadata();
        String format = metadata.get(FORMAT);
        if (format == null) {
            return Optional.empty();
        }
        if (!format.equals(READABLE)) {
            throw new BuyMeException("model %s is of embedder format %s, but this version of BuyMe reads %s"
                    .formatted(model.name(), format, READABLE));
        }
        try {
            return Optional.of(new ModelCard(
                    version(metadata),
                    PictureFormat.parse(required(metadata, "buyme.picture")),
                    TagHead.parse(metadata.getOrDefault("buyme.tags", ""))));
        } catch (IllegalArgumentException e) {
            throw new BuyMeException("model %s has damaged metadata: %s".formatted(model.name(), e.getMessage()), e);
        }
    }

    private static String version(Map<String, String> metadata) {
        String version = required(metadata, "buyme.version");
        if (version.isBlank() || version.contains("/")) {
            throw new IllegalArgumentException("buyme.version is a text without a slash, got '" + version + "'");
        }
        return version;
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
