package io.buyme.train.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.buyme.api.BuyMeException;
import io.buyme.image.coco.PhotoSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Photos of which only a list of labels is known, by name.
 *
 * @param training to learn from
 * @param checking never learned from
 */
public record Tags(Map<String, List<String>> training, Map<String, List<String>> checking) {

    /** Copies the maps, in their order. */
    public Tags {
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
        checking = Collections.unmodifiableMap(new LinkedHashMap<>(checking));
    }

    /**
     * Reads the tags of a folder.
     *
     * @param folder has {@code tags.json}: file names of the folder {@code tagged}, each with a list of labels
     * @throws BuyMeException if the file is missing or not of this format
     */
    public static Tags read(Path folder) {
        PhotoSplit split = PhotoSplit.of(folder);
        Map<String, List<String>> training = new LinkedHashMap<>();
        Map<String, List<String>> checking = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                Json.read(folder.resolve("tags.json")).properties()) {
            List<String> labels = new ArrayList<>();
            entry.getValue().forEach(label -> labels.add(label.asText()));
            (split.isForChecking(entry.getKey()) ? checking : training).put(entry.getKey(), labels);
        }
        return new Tags(training, checking);
    }
}
