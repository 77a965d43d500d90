package io.buyme.cli.report;

import io.buyme.api.ArticleMatches;
import java.util.Comparator;
import java.util.List;

/** The order in which people read an outfit. */
public final class TopDown {

    private TopDown() {}

    /** Returns articles from head to toe; detectors list the surest first. */
    public static List<ArticleMatches> order(List<ArticleMatches> articles) {
        return articles.stream()
                .sorted(Comparator.comparingDouble(
                        found -> found.article().box().centerY()))
                .toList();
    }
}
