package io.buyme.detect.cam;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.Mask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes articles of heat: at most one of each category, as the maps do not tell two of them apart. */
final class HeatArticles {

    /** Share of the greatest heat from which on a place belongs to the article. */
    private static final double THRESHOLD = 0.55;

    /** Share of the heat of the largest piece from which on another piece is a part of the article. */
    private static final double PART = 0.5;

    private final double minScore;
    private final List<Article> articles = new ArrayList<>();
    private final List<DetectedBox> boxes = new ArrayList<>();

    /**
     * Creates the maker for one photo.
     *
     * @param minScore what is less probable is dropped
     */
    HeatArticles(double minScore) {
        this.minScore = minScore;
    }

    void add(CamCategory category, double probability, HeatMap heat) {
        List<HeatMap.Piece> pieces = heat.pieces(THRESHOLD);
        if (pieces.isEmpty()) {
            return;
        }
        if (probability < minScore) {
            boxes.add(DetectedBox.dropped(
                    article(category, probability, pieces.get(0)),
                    "score %s is below %s".formatted(format(probability), format(minScore))));
            return;
        }
        articles.add(article(category, probability, HeatMap.article(pieces, PART)));
        HeatMap.Piece largest = pieces.get(0);
        List<HeatMap.Piece> parts = pieces.stream()
                .filter(piece -> piece == largest || HeatMap.isPart(piece, largest, PART))
                .toList();
        for (HeatMap.Piece piece : pieces) {
            Article box = article(category, probability, piece);
            if (!parts.contains(piece)) {
                boxes.add(DetectedBox.dropped(box, tooCold(piece, largest)));
            } else if (parts.size() == 1) {
                boxes.add(DetectedBox.kept(box, "the piece with the most heat"));
            } else {
                boxes.add(DetectedBox.merged(box, "one of %d pieces of %s".formatted(parts.size(), category.name())));
            }
        }
    }

    private static String tooCold(HeatMap.Piece piece, HeatMap.Piece largest) {
        return "has %s of the heat of the largest piece".formatted(format(piece.heat() / largest.heat()));
    }

    Detection detection() {
        articles.sort(Comparator.comparingDouble(Article::score).reversed());
        List<String> notes =
                articles.isEmpty() ? List.of("no article is more probable than " + format(minScore)) : List.of();
        return new Detection(articles, boxes, notes);
    }

    private static Article article(CamCategory category, double probability, HeatMap.Piece piece) {
        Box box = piece.box();
        int left = (int) box.x();
        int top = (int) box.y();
        HeatGrid grid = piece.grid();
        Mask mask =
                Mask.of(left, top, (int) box.width(), (int) box.height(), (x, y) -> piece.contains(grid.cellAt(x, y)));
        return new Article(category.name(), category.superCategory(), probability, box, Optional.of(mask));
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
