package io.buyme.cli.report;

import io.buyme.api.Article;
import io.buyme.api.DetectedBox;
import java.util.List;
import java.util.Locale;

/** What became of each box that the detector considered; folded up until somebody asks. */
final class BoxList {

    private BoxList() {}

    static void write(Html html, List<DetectedBox> boxes) {
        if (boxes.isEmpty()) {
            return;
        }
        html.open("details", "class", "boxes");
        html.element("summary", "All %d boxes that the detector considered".formatted(boxes.size()));
        html.open("ul");
        for (DetectedBox box : boxes) {
            html.open("li");
            html.element("b", box.fate().name().toLowerCase(Locale.ROOT));
            html.text(" " + what(box.article()) + ": " + box.reason());
            html.close();
        }
        html.close().close();
    }

    private static String what(Article article) {
        return String.format(
                Locale.ROOT,
                "%s %.2f at %.0f,%.0f, %.0fx%.0f",
                article.category(),
                article.score(),
                article.box().x(),
                article.box().y(),
                article.box().width(),
                article.box().height());
    }
}
