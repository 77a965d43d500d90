package io.buyme.examples;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.SuperCategory;
import java.util.List;
import java.util.Optional;

/** A detector for a studio where every model stands on the same spot: the articles are always in the same places. */
final class StudioDetector implements ArticleDetector {

    @Override
    public List<Detection> detectAll(List<DetectionInput> inputs) {
        return inputs.stream().map(StudioDetector::look).toList();
    }

    private static Detection look(DetectionInput input) {
        double width = input.image().getWidth();
        double height = input.image().getHeight();
        Box upper = new Box(0.25 * width, 0.17 * height, 0.5 * width, 0.33 * height);
        Box lower = new Box(0.30 * width, 0.48 * height, 0.4 * width, 0.40 * height);
        List<Article> articles =
                List.of(article("top", SuperCategory.UPPER, upper), article("bottoms", SuperCategory.LOWER, lower));
        List<DetectedBox> boxes = articles.stream()
                .map(article -> DetectedBox.kept(article, "models stand on the mark, so it is there"))
                .toList();
        return new Detection(articles, boxes, List.of());
    }

    private static Article article(String category, SuperCategory superCategory, Box box) {
        return new Article(category, superCategory, 0.5, box, Optional.empty());
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
