package io.buyme.cli.report;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Pose;
import io.buyme.image.Overlay;
import io.buyme.image.Palette;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws a result onto its photo: masks, skeleton, and boxes numbered like the articles beside it. */
final class PhotoDrawing {

    private PhotoDrawing() {}

    static BufferedImage draw(BufferedImage photo, Pose pose, List<ArticleMatches> articles) {
        Overlay overlay = Overlay.on(photo).skeleton(pose);
        for (int i = 0; i < articles.size(); i++) {
            Article article = articles.get(i).article();
            int rgb = Palette.of(article.superCategory());
            article.mask().ifPresent(mask -> overlay.mask(mask, rgb));
            overlay.box(article.box(), "%d %s".formatted(i + 1, article.category()), rgb);
        }
        return overlay.draw();
    }
}
