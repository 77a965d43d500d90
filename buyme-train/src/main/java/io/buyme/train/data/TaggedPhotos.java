package io.buyme.train.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.image.ImageDecoder;
import io.buyme.image.coco.PhotoSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whole photos of which only a list of labels is known. */
public final class TaggedPhotos {

    private static final String GROUP = "whole photo";

    private TaggedPhotos() {}

    /**
     * Lists the photos. Nothing is decoded yet.
     *
     * @param folder has {@code tags.json} (file name to list of labels) and the folder {@code tagged}
     * @throws BuyMeException if the file is missing or not of this format
     */
    public static AnnotatedPhotos.Split list(Path folder) {
        PhotoSplit split = PhotoSplit.of(folder);
        List<Example> training = new ArrayList<>();
        List<Example> checking = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry :
                Json.read(folder.resolve("tags.json")).properties()) {
            String name = entry.getKey();
            List<String> labels = new ArrayList<>();
            entry.getValue().forEach(label -> labels.add(label.asText()));
            (split.isForChecking(name) ? checking : training)
                    .add(example(folder.resolve("tagged").resolve(name), name, labels));
        }
        return new AnnotatedPhotos.Split(training, checking);
    }

    private static Example example(Path file, String name, List<String> labels) {
        return new Example(
                "tagged/" + name,
                () -> new Crop(ImageDecoder.standard().decode(file), Optional.empty(), Optional.empty()),
                GROUP,
                Optional.empty(),
                GarmentVocabulary.ofLabels(labels),
                Domain.STREET);
    }
}
