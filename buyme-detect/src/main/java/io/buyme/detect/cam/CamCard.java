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
 * What a model says of itself in its metadata: {@code buyme.format} (1), {@code buyme.version}, {@code buyme.picture},
 * {@code buyme.labels} with a line {@code name TAB scale TAB offset} for each category, and {@code buyme.heat} with a line
 * {@code threshold TAB part} for each.
 *
 * @param picture that the network wants
 * @param categories in the order of the outputs
 */
record CamCard(PictureFormat picture, List<CamCategory> categories) {

    private static final String READABLE = "1";
    private static final double THRESHOLD = 0.4;
    private static final double PART = 0.5;

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
        List<String> labels = required(metadata, "buyme.labels").lines().toList();
        List<String> heats = metadata.getOrDefault("buyme.heat", "").lines().toList();
        if (!heats.isEmpty() && heats.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "%d lines of buyme.heat for %d labels".formatted(heats.size(), labels.size()));
        }
        List<CamCategory> categories = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            List<String> label = cells(labels.get(i), 3);
            CamCategory category = new CamCategory(
                    label.get(0),
                    taxonomy.superCategoryOf(label.get(0)),
                    Double.parseDouble(label.get(1)),
                    Double.parseDouble(label.get(2)),
                    THRESHOLD,
                    PART);
            if (!heats.isEmpty()) {
                List<String> heat = cells(heats.get(i), 2);
                category = category.with(Double.parseDouble(heat.get(0)), Double.parseDouble(heat.get(1)));
            }
            categories.add(category);
        }
        return categories;
    }

    private static List<String> cells(String line, int count) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != count) {
            throw new IllegalArgumentException("want %d values in a line, got '%s'".formatted(count, line));
        }
        return cells;
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
