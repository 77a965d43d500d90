package io.buyme.cli.suggest;

import io.buyme.train.data.PixelClasses;
import io.buyme.train.data.Scene;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many articles of each category there are in photos. Immutable. */
final class CategoryCounts {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    CategoryCounts(List<Scene> photos, PixelClasses classes) {
        List<String> categories = classes.categories();
        categories.forEach(category -> counts.put(category, 0));
        photos.forEach(photo ->
                photo.things().forEach(thing -> counts.merge(categories.get(thing.category()), 1, Integer::sum)));
    }

    /** Returns the number of articles by category, also of those that have none. */
    Map<String, Integer> byCategory() {
        return Collections.unmodifiableMap(counts);
    }

    /** Returns the half of the categories that have the fewest articles, rarest first. */
    List<String> rarerHalf() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .limit(counts.size() / 2)
                .toList();
    }
}
