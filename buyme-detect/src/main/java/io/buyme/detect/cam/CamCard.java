package io.buyme.detect.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.api.Taxonomy;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a model says of itself in its metadata: {@code buyme.format} (1), {@code buyme.version}, {@code buyme.picture}, and
 * {@code buyme.labels} with a line {@code name TAB scale TAB offset} for each category.
 *
 * @param picture that the network wants
 * @param categories in the order of the outputs
 */
record CamCard(PictureFormat picture, List<CamCategory> categories) {

    private static final String READABLE = "1";
    private static final int CELLS = 3;

    CamCard {
        requireNonNull(picture, "picture");
        categories = List.copyOf(categories);
    }

    /** Reads the card; a category that the taxonomy lacks is an error. */
    static CamCard of(OnnxModel model, Taxonomy taxonomy) {
        Map<String, String> metadata = model.metadata();
        String format = metadata.getOrDefault("buyme.format", "none");
        if (!format.equals(READABLE) || !outputs(model).containsAll(List.of("tags", "maps"))) {
            throw new BuyMeException(
                    ("want a model of 'buyme train cam' (format %s, outputs tags and maps), model %s is of format %s and"
                                    + " has the outputs %s")
                            .formatted(READABLE, model.name(), format, outputs(model)));
        }
        try {
            return new CamCard(
                    PictureFormat.parse(required(metadata, "buyme.picture")), categories(metadata, taxonomy));
        } catch (IllegalArgumentException e) {
            throw new BuyMeException("model %s has damaged metadata: %s".formatted(model.name(), e.getMessage()), e);
        }
    }

    private static List<String> outputs(OnnxModel model) {
        return model.outputs().stream().map(output -> output.name()).toList();
    }

    private static List<CamCategory> categories(Map<String, String> metadata, Taxonomy taxonomy) {
        List<CamCategory> categories = new ArrayList<>();
        for (String line : required(metadata, "buyme.labels").lines().toList()) {
            List<String> cells = List.of(line.split("\t", -1));
            if (cells.size() != CELLS) {
                throw new IllegalArgumentException("want a name and two numbers, got '%s'".formatted(line));
            }
            categories.add(new CamCategory(
                    cells.get(0),
                    taxonomy.superCategoryOf(cells.get(0)),
                    Double.parseDouble(cells.get(1)),
                    Double.parseDouble(cells.get(2))));
        }
        return categories;
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
