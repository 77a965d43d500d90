package io.buyme.cli.evaluate;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.image.coco.CocoImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees in a photo what it is told to; knows photos by their width. */
final class ToldDetector implements ArticleDetector {

    private final Map<Integer, List<Article>> byWidth = new HashMap<>();

    void sees(CocoImage image, Article article) {
        byWidth.computeIfAbsent(image.width(), width -> new ArrayList<>()).add(article);
    }

    @Override
    public List<Detection> detectAll(List<DetectionInput> inputs) {
        return inputs.stream()
                .map(input -> byWidth.getOrDefault(input.image().getWidth(), List.of()))
                .map(articles -> new Detection(
                        articles,
                        articles.stream()
                                .map(article -> DetectedBox.kept(article, "as told"))
                                .toList(),
                        List.of()))
                .toList();
    }

    @Override
    public void close() {}
}
