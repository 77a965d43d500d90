package io.buyme.train.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.buyme.api.BuyMeException;
import io.buyme.image.coco.PhotoSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Articles cut out of photos of people, by annotations in the COCO format with the additions of Clothing Co-Parsing: a
 * file of label masks for each photo, and for each annotation the labels that it unites. Each label becomes one example.
 */
public final class AnnotatedPhotos {

    /** Smaller articles show nothing but a few pixels. */
    private static final int MIN_AREA = 100;

    private final Path folder;
    private final GarmentVocabulary vocabulary;
    private final PhotoSplit split;
    private final LabelIds labelIds;
    private final List<Example> training = new ArrayList<>();
    private final List<Example> checking = new ArrayList<>();

    private AnnotatedPhotos(Path folder, GarmentVocabulary vocabulary) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.split = PhotoSplit.of(folder);
        this.labelIds = LabelIds.read(folder.resolve("labels.txt"));
    }

    /**
     * Lists the articles of all photos. Nothing is decoded yet.
     *
     * @param folder has {@code ccp.json}, {@code labels.txt}, {@code photos} and {@code masks}
     * @throws BuyMeException if one of the files is missing or not of its format
     */
    public static Split list(Path folder, GarmentVocabulary vocabulary) {
        return new AnnotatedPhotos(folder, vocabulary).read(Json.read(folder.resolve("ccp.json")));
    }

    private Split read(JsonNode json) {
        Map<Integer, LabeledPhoto> photos = new HashMap<>();
        for (JsonNode image : json.path("images")) {
            // An unannotated photo shows articles, but none that anyone has named.
            if (!image.path("unannotated").asBoolean()) {
                photos.put(image.path("id").asInt(), photo(image));
            }
        }
        for (JsonNode annotation : json.path("annotations")) {
            LabeledPhoto photo = photos.get(annotation.path("image_id").asInt());
            if (photo != null) {
                annotation.path("source_labels").forEach(part -> add(photo, annotation, part));
            }
        }
        return new Split(training, checking);
    }

    private LabeledPhoto photo(JsonNode image) {
        String name = image.path("file_name").asText();
        return new LabeledPhoto(
                name,
                folder.resolve("photos").resolve(name),
                folder.resolve("masks").resolve(image.path("mask_file").asText()));
    }

    private void add(LabeledPhoto photo, JsonNode annotation, JsonNode part) {
        String label = part.path("label").asText();
        if (part.path("area").asInt() < MIN_AREA) {
            return;
        }
        LabeledPhoto.Part where = LabeledPhoto.Part.of(labelIds.id(label), part.path("bbox"));
        Optional<String> className = vocabulary.classOf(label);
        Example example = new Example(
                photo.name() + "#" + annotation.path("id").asInt() + ":" + label,
                () -> photo.cut(where),
                className.orElse(label),
                className,
                GarmentVocabulary.ofLabels(List.of(label)),
                Domain.STREET);
        (split.isForChecking(photo.name()) ? checking : training).add(example);
    }

    /**
     * Examples in two parts.
     *
     * @param training to learn from
     * @param checking never learned from: for calibration and early stopping
     */
    public record Split(List<Example> training, List<Example> checking) {

        /** Copies the lists. */
        public Split {
            training = List.copyOf(training);
            checking = List.copyOf(checking);
        }
    }
}
