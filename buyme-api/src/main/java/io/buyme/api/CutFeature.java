package io.buyme.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A feature of a garment's cut that words for garments name, with its levels from little to much. */
enum CutFeature {
    SLEEVES(
            List.of(
                    new Level("no sleeves", "without sleeves"),
                    new Level("short sleeves", "with short sleeves"),
                    new Level("long sleeves", "with long sleeves")),
            "sleeves are shorter",
            "sleeves are longer"),
    LEGS(
            List.of(
                    new Level("skirt shape", "cut as a skirt"),
                    new Level("short legs", "with short legs"),
                    new Level("long legs", "with long legs")),
            "legs are shorter",
            "legs are longer"),
    LENGTH(
            List.of(
                    new Level("cropped", "cropped"),
                    new Level("short", "short"),
                    new Level("medium length", "of medium length"),
                    new Level("long", "long")),
            "shorter",
            "longer"),
    COLLAR(new Level("no collar", "without a collar"), new Level("collar", "with a collar")),
    FRONT(new Level("closed front", "closed in front"), new Level("open front", "opens in front")),
    SHAFT(
            new Level("below the ankle", "ends below the ankle"),
            new Level("above the ankle", "reaches above the ankle")),
    HEEL(new Level("flat soles", "with flat soles"), new Level("heels", "with heels"));

    private static final Map<String, Named> BY_PHRASE = byPhrase();

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Level> levels;

    private final String less;
    private final String more;

    CutFeature(List<Level> levels, String less, String more) {
        this.levels = levels;
        this.less = less;
        this.more = more;
    }

    CutFeature(Level without, Level with) {
        this(List.of(without, with), without.contrast(), with.contrast());
    }

    /**
     * One way in which a garment can have a feature.
     *
     * @param phrase names it
     * @param contrast names it after "but", of a garment that has it where another has not
     */
    private record Level(String phrase, String contrast) {}

    /** A feature at one of its levels. */
    record Named(CutFeature feature, int level) {}

    /**
     * Reads the phrase for a level, such as {@code long sleeves}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Named parse(String phrase) {
        Named named = BY_PHRASE.get(phrase);
        if (named == null) {
            throw new IllegalArgumentException(
                    "no feature of a cut is called '%s'; there are %s".formatted(phrase, BY_PHRASE.keySet()));
        }
        return named;
    }

    String phrase(int level) {
        return levels.get(level).phrase();
    }

    /** Returns how a product differs from an article, of which the levels differ. */
    String difference(int article, int product) {
        if (article == 0 || product == 0) {
            return levels.get(product).contrast();
        }
        return product < article ? less : more;
    }

    private static Map<String, Named> byPhrase() {
        Map<String, Named> named = new TreeMap<>();
        for (CutFeature feature : values()) {
            for (int level = 0; level < feature.levels.size(); level++) {
                named.put(feature.phrase(level), new Named(feature, level));
            }
        }
        return named;
    }
}
