package io.buyme.cli.suggest;

import io.buyme.api.Taxonomy;
import io.buyme.cli.evaluate.Rounded;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import io.buyme.image.coco.Segmentation;
import io.buyme.train.active.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes annotations of guesses, for people to correct. Ids go on where those of the annotations so far end, so that both
 * files can become one; a photo or category that is there already keeps its id.
 */
public final class SuggestionFile {

    private static final String ABOUT =
            "Photos suggested for annotation by buyme train suggest, best first. Boxes and masks"
                    + " are guesses of a detector, to be corrected.";

    private final CocoAnnotations before;
    private final List<CocoImage> images = new ArrayList<>();
    private final List<CocoAnnotation> annotations = new ArrayList<>();
    private final Map<String, CocoCategory> categories = new LinkedHashMap<>();
    private long imageId;
    private long categoryId;
    private long annotationId;

    private SuggestionFile(CocoAnnotations before) {
        this.before = before;
        before.categories().forEach(category -> categories.putIfAbsent(Taxonomy.normalize(category.name()), category));
        this.imageId = largest(before.images().stream().map(CocoImage::id));
        this.categoryId = largest(before.categories().stream().map(CocoCategory::id));
        this.annotationId = largest(before.annotations().stream().map(CocoAnnotation::id));
    }

    private static long largest(Stream<Long> ids) {
        return Math.max(0, ids.reduce(0L, Math::max));
    }

    /**
     * Returns the file's content: the images in the order of the suggestions, each with {@code suggested} (why),
     * {@code score} and {@code signs}, and an annotation with its {@code score} for each guess.
     *
     * @param before the annotations so far
     * @param photos what was seen in each suggested photo, by its name
     */
    public static CocoAnnotations of(
            CocoAnnotations before, List<Suggestion> suggestions, Map<String, ScoutedPhoto> photos) {
        SuggestionFile file = new SuggestionFile(before);
        for (Suggestion suggestion : suggestions) {
            ScoutedPhoto photo = photos.get(suggestion.photo());
            if (photo == null) {
                throw new IllegalArgumentException("nothing was seen of " + suggestion.photo());
            }
            file.add(suggestion, photo);
        }
        return CocoAnnotations.of(
                file.images, file.categories.values(), file.annotations, Map.of("info", Map.of("description", ABOUT)));
    }

    private void add(Suggestion suggestion, ScoutedPhoto photo) {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("suggested", suggestion.reason());
        extra.put("score", Rounded.share(suggestion.score()));
        Map<String, Object> signs = new LinkedHashMap<>();
        signs.put("disagreement", Rounded.share(suggestion.disagreement()));
        signs.put("doubt", Rounded.share(suggestion.doubt()));
        signs.put("rarity", Rounded.share(suggestion.rarity()));
        extra.put("signs", signs);
        long id = before.image(suggestion.photo()).map(CocoImage::id).orElseGet(() -> ++imageId);
        CocoImage image = new CocoImage(id, suggestion.photo(), photo.width(), photo.height(), extra);
        images.add(image);
        photo.guesses().forEach(guess -> annotations.add(annotation(image, guess)));
    }

    private CocoAnnotation annotation(CocoImage image, Guess guess) {
        CocoCategory category = categories.computeIfAbsent(
                Taxonomy.normalize(guess.category()), word -> CocoCategory.of(++categoryId, guess.category()));
        double area = guess.pixels()
                .map(pixels -> (double) pixels.area())
                .orElse(guess.box().area());
        return new CocoAnnotation(
                ++annotationId,
                image.id(),
                category.id(),
                guess.box(),
                area,
                false,
                guess.pixels().map((RunLengths pixels) -> (Segmentation) pixels),
                Map.of("score", Rounded.share(guess.score())));
    }
}
