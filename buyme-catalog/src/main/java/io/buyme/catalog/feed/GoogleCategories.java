package io.buyme.catalog.feed;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of Google's product taxonomy that people wear, by number
 * (https://www.google.com/basepages/producttype/taxonomy-with-ids.en-US.txt, version 2021-09-21).
 */
final class GoogleCategories {

    private static final Map<Integer, List<String>> PATHS = read();

    /** The other roots of that taxonomy. */
    private static final Set<String> OTHER_ROOTS = Set.of(
            "animals & pet supplies",
            "arts & entertainment",
            "baby & toddler",
            "business & industrial",
            "cameras & optics",
            "electronics",
            "food, beverages & tobacco",
            "furniture",
            "hardware",
            "health & beauty",
            "home & garden",
            "mature",
            "media",
            "office supplies",
            "religious & ceremonial",
            "software",
            "sporting goods",
            "toys & games",
            "vehicles & parts");

    private GoogleCategories() {}

    /** Returns the path, from the root on, of a category that is worn, by its number. */
    static Optional<List<String>> path(int number) {
        return Optional.ofNullable(PATHS.get(number));
    }

    /** Tells whether a path begins with a root below which nothing is worn. */
    static boolean isSomethingElse(List<String> path) {
        return OTHER_ROOTS.contains(path.get(0).toLowerCase(Locale.ROOT));
    }

    private static Map<Integer, List<String>> read() {
        Map<Integer, List<String>> paths = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (String line : Splitter.on('\n').omitEmptyStrings().split(text())) {
            if (line.startsWith("#")) {
                continue;
            }
            String entry = line.stripLeading();
            int depth = line.length() - entry.length();
            int blank = entry.indexOf(' ');
            open.subList(depth, open.size()).clear();
            open.add(entry.substring(blank + 1).strip());
            paths.put(Integer.valueOf(entry.substring(0, blank)), List.copyOf(open));
        }
        return Map.copyOf(paths);
    }

    private static String text() {
        try {
            return Resources.toString(
                    Resources.getResource(GoogleCategories.class, "google-apparel.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
