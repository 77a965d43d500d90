package io.buyme.catalog.feed;

import com.google.common.base.Splitter;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the word that a taxonomy knows in what shops call their categories, such as {@code Women > Shirts & Tops}. The
 * most specific level that tells decides; a level whose words belong to several super-categories tells that the path is
 * of no use.
 */
final class CategoryWords {

    private static final Splitter LEVELS =
            Splitter.on(Pattern.compile("[>|/\u203a\u00bb]")).trimResults().omitEmptyStrings();
    private static final Splitter PARTS = Splitter.on(Pattern.compile("\\s*(?:&|,|\\+|\\band\\b|\\bund\\b)\\s*"))
            .trimResults()
            .omitEmptyStrings();

    /** As one of several parts, as in {@code Apparel & Accessories}, it stands for whatever else there is. */
    private static final String WHATEVER = "accessories";

    private final Taxonomy taxonomy;

    CategoryWords(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** A word with its super-category. */
    record Known(String word, SuperCategory superCategory) {}

    /** Returns the levels of a path, from the root on. */
    static List<String> levels(String path) {
        return LEVELS.splitToList(path);
    }

    /** Returns the known word of a text, which may be a path. */
    Optional<Known> find(String text) {
        return known(text).or(() -> find(levels(text)));
    }

    /** Returns the known word of a path. */
    Optional<Known> find(List<String> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            Map<SuperCategory, Known> told = told(path.get(i));
            if (!told.isEmpty()) {
                return told.size() == 1 ? told.values().stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Map<SuperCategory, Known> told(String level) {
        Map<SuperCategory, Known> told = new LinkedHashMap<>();
        Optional<Known> whole = known(level);
        if (whole.isPresent()) {
            told.put(whole.get().superCategory(), whole.get());
            return told;
        }
        List<String> parts = PARTS.splitToList(level);
        if (parts.size() > 1 && parts.stream().anyMatch(WHATEVER::equalsIgnoreCase)) {
            return told;
        }
        for (String part : parts) {
            head(part).ifPresent(known -> told.putIfAbsent(known.superCategory(), known));
        }
        return told;
    }

    /** Returns the longest known end of some words: in English, the last word says what it is. */
    private Optional<Known> head(String words) {
        List<String> rest = new ArrayList<>(Splitter.on(' ').omitEmptyStrings().splitToList(words));
        while (!rest.isEmpty()) {
            Optional<Known> known = known(String.join(" ", rest));
            if (known.isPresent()) {
                return known;
            }
            rest.remove(0);
        }
        return Optional.empty();
    }

    private Optional<Known> known(String word) {
        return as(word).or(() -> word.endsWith("s") ? as(cut(word, 1)) : Optional.empty())
                .or(() -> word.endsWith("es") ? as(cut(word, 2)) : Optional.empty());
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private Optional<Known> as(String word) {
        return taxonomy.find(word).map(superCategory -> new Known(word, superCategory));
    }
}
