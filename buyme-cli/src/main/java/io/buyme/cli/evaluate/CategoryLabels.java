package io.buyme.cli.evaluate;

import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The categories of the annotation file. A detector's word is one of them if they differ in case and blanks at most. */
final class CategoryLabels implements Labels {

    private final CocoAnnotations truth;
    private final Map<String, Long> idByWord;

    CategoryLabels(CocoAnnotations truth) {
        this.truth = truth;
        this.idByWord = truth.categories().stream()
                .collect(Collectors.toMap(category -> word(category.name()), CocoCategory::id, (first, next) -> first));
    }

    @Override
    public CocoAnnotations truth() {
        return truth;
    }

    @Override
    public boolean isOptional(CocoAnnotation annotation) {
        return false;
    }

    @Override
    public OptionalLong categoryOf(Sighting sighting) {
        Long id = idByWord.get(word(sighting.category()));
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static String word(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }
}
