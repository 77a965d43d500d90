package io.buyme.cli.report;

import io.buyme.api.ArticleMatches;
import io.buyme.api.BuyMeException;
import io.buyme.api.LookResult;
import io.buyme.api.Photo;
import io.buyme.api.Pose;
import io.buyme.api.ProductSource;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of one photo. */
final class PhotoSection {

    private static final int PHOTO_SIDE = 900;

    private final Html html;
    private final ArticleSection articles;

    PhotoSection(Html html, ProductSource products, Optional<HeatMaps> heatMaps) {
        this.html = html;
        this.articles = new ArticleSection(html, products, heatMaps);
    }

    void write(Photo photo, LookResult result) {
        html.open("article", "class", "look");
        if (result instanceof LookResult.Found found) {
            found(photo, found);
        } else if (result instanceof LookResult.Rejected rejected) {
            rejected(photo, rejected);
        } else if (result instanceof LookResult.Failed failed) {
            failed(failed.photo(), failed.cause());
        }
        html.close();
    }

    private void found(Photo photo, LookResult.Found found) {
        BufferedImage image = photo.read();
        List<ArticleMatches> outfit = TopDown.order(found.articles());
        picture(PhotoDrawing.draw(image, found.pose(), outfit), found.photo(), found.pose(), found.advice());
        html.open("div", "class", "articles");
        if (outfit.isEmpty()) {
            html.element("p", "No article was found in this photo.", "class", "none");
        }
        for (int i = 0; i < outfit.size(); i++) {
            articles.write(i + 1, image, outfit.get(i));
        }
        html.close();
        BoxList.write(html, found.boxes());
        TimesBar.write(html, found.times());
    }

    private void rejected(Photo photo, LookResult.Rejected rejected) {
        picture(photo.read(), rejected.photo(), rejected.pose(), rejected.pose().reasons());
        html.open("div", "class", "articles");
        html.element("p", "Not searched: only full-front photos were asked for.", "class", "none");
        html.close();
    }

    private void failed(String name, BuyMeException cause) {
        html.open("div", "class", "photo").element("h2", lastPart(name), "title", name);
        html.element("p", "failed", "class", "verdict bad").close();
        String message = Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
        html.open("div", "class", "articles")
                .element("p", message, "class", "none")
                .close();
    }

    /** A photo may be called by its whole path, which is too long for a heading. */
    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private void picture(BufferedImage image, String name, Pose pose, List<String> advice) {
        html.open("div", "class", "photo").element("h2", lastPart(name), "title", name);
        html.open("img", "src", Pictures.dataUri(image, PHOTO_SIDE), "alt", "photo " + name);
        boolean good = pose.verdict() == Pose.Verdict.FULL_FRONT;
        String verdict = String.format(Locale.ROOT, "%s, %.2f", pose.verdict().label(), pose.score());
        html.element("p", verdict, "class", good ? "verdict good" : "verdict bad");
        if (!advice.isEmpty()) {
            html.open("ul", "class", "advice");
            advice.forEach(line -> html.element("li", line));
            html.close();
        }
        html.close();
    }
}
