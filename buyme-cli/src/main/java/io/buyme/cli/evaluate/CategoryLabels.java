package io.buyme.cli.evaluate;

import io.buyme.api.Taxonomy;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
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
                .collect(Collectors.toMap(
                        category -> Taxonomy.normalize(category.name()), CocoCategory::id, (first, next) -> first));
    }

    @Override
    public CocoAnnotations truth() {
        return truth;
    }

    @Override
    public OptionalLong categoryOf(Sighting sighting) {
        Long id = idByWord.get(Taxonomy.normalize(sighting.category()));
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
