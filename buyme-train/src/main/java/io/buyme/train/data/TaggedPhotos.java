package io.buyme.train.data;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.image.ImageDecoder;
import java.nio.file.Path;
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
        Tags tags = Tags.read(folder);
        return new AnnotatedPhotos.Split(examples(folder, tags.training()), examples(folder, tags.checking()));
    }

    private static List<Example> examples(Path folder, Map<String, List<String>> tags) {
        return tags.entrySet().stream()
                .map(photo ->
                        example(folder.resolve("tagged").resolve(photo.getKey()), photo.getKey(), photo.getValue()))
                .toList();
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
