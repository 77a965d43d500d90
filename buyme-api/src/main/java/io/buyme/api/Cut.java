package io.buyme.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What words for a garment say of its cut. A word only says what holds for everything that is called by it: a t-shirt
 * has short sleeves; a dress may have any. The table is {@code cuts.properties} beside this class.
 *
 * @param levels of the features that are known
 */
record Cut(Map<CutFeature, Integer> levels) {

    static final Cut UNKNOWN = new Cut(Map.of());

    private static final Map<String, Cut> BY_WORD = load();

    Cut {
        levels = Map.copyOf(levels);
    }

    /** Returns what a word says; nothing if the table does not have it. A plural says what its singular does. */
    static Cut of(String word) {
        String normal = Taxonomy.normalize(word);
        Cut cut = BY_WORD.get(normal);
        if (cut == null && normal.endsWith("s")) {
            cut = BY_WORD.get(normal.substring(0, normal.length() - 1));
        }
        return Objects.requireNonNullElse(cut, UNKNOWN);
    }

    /** Returns what several words for one garment say together: where they contradict each other, nothing. */
    static Cut ofAll(Collection<String> words) {
        Map<CutFeature, Integer> agreed = new EnumMap<>(CutFeature.class);
        Set<CutFeature> disputed = EnumSet.noneOf(CutFeature.class);
        for (String word : words) {
            of(word).levels.forEach((feature, level) -> {
                Integer before = agreed.putIfAbsent(feature, level);
                if (before != null && !before.equals(level)) {
                    disputed.add(feature);
                }
            });
        }
        agreed.keySet().removeAll(disputed);
        return new Cut(agreed);
    }

    private static Map<String, Cut> load() {
        Properties lines = new Properties();
        try (InputStream in = Objects.requireNonNull(
                        Cut.class.getResourceAsStream("cuts.properties"), "cuts.properties of the buyme-api jar");
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Cut> cuts = new TreeMap<>();
        lines.stringPropertyNames().forEach(word -> cuts.put(word, parse(lines.getProperty(word))));
        return cuts;
    }

    private static Cut parse(String phrases) {
        Map<CutFeature, Integer> levels = new EnumMap<>(CutFeature.class);
        for (String phrase : phrases.split(",", -1)) {
            CutFeature.Named named = CutFeature.parse(phrase.strip());
            levels.put(named.feature(), named.level());
        }
        return new Cut(levels);
    }
}
