package io.buyme.train.dense;

import io.buyme.api.BuyMeException;
import io.buyme.image.ImageDecoder;
import io.buyme.train.data.Categories;
import io.buyme.train.data.Scene;
import io.buyme.train.data.Tags;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Photos of which only tags are known, with a teacher's word for what each pixel shows.
 *
 * @param scenes those in which it saw something
 * @param skipped a line for each photo that could not be used
 */
public record TaggedScenes(List<Scene> scenes, List<String> skipped) {

    /** Copies the lists. */
    public TaggedScenes {
        scenes = List.copyOf(scenes);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads the photos that are to be learned from.
     *
     * @param folder has {@code tags.json}, {@code mapping.json} and the folder {@code tagged}
     * @throws BuyMeException if one of the files is missing or not of its format
     */
    public static TaggedScenes read(Path folder, Teacher teacher) {
        List<String> names = teacher.classes().categories();
        Categories categories = Categories.read(names, folder.resolve("mapping.json"));
        List<Scene> scenes = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Map.Entry<String, List<String>> photo :
                Tags.read(folder).training().entrySet()) {
            String name = "tagged/" + photo.getKey();
            Set<Integer> present = categories.ofLabels(photo.getValue()).stream()
                    .map(names::indexOf)
                    .collect(Collectors.toSet());
            try {
                teacher.scene(name, ImageDecoder.standard().decode(folder.resolve(name)), present)
                        .ifPresentOrElse(scenes::add, () -> skipped.add(name + ": nothing tagged was seen in it"));
            } catch (BuyMeException e) {
                skipped.add(name + ": " + e.getMessage());
            }
        }
        return new TaggedScenes(scenes, skipped);
    }
}
