package io.buyme.cli.report;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Attributes;
import io.buyme.api.Crop;
import io.buyme.api.Match;
import io.buyme.api.ProductSource;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.image.Palette;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One article of a photo: its crop, what was seen of it, and the products like it. */
final class ArticleSection {

    private static final int CROP_SIDE = 320;

    private final Html html;
    private final ProductSource products;
    private final Optional<HeatMaps> heatMaps;

    ArticleSection(Html html, ProductSource products, Optional<HeatMaps> heatMaps) {
        this.html = html;
        this.products = products;
        this.heatMaps = heatMaps;
    }

    void write(int number, BufferedImage photo, ArticleMatches found) {
        Article article = found.article();
        String color = Chips.hex(Palette.of(article.superCategory()));
        html.open("section", "class", "article", "style", "--part:" + color);
        html.open("header");
        Crop crop = Crop.of(photo, article);
        String picture = Pictures.dataUri(crop.image(), CROP_SIDE);
        html.open("img", "class", "crop", "src", picture, "alt", article.category() + " in the photo");
        html.open("div").open("h3");
        html.element("span", String.valueOf(number), "class", "number").text(article.category());
        html.close();
        html.element("p", seen(article), "class", "seen");
        Chips.shares(html, found.attributes());
        html.close().close();
        found.notice().ifPresent(notice -> html.element("p", notice, "class", "none"));
        matches(found, crop);
        html.close();
    }

    private static String seen(Article article) {
        String sure = String.format(Locale.ROOT, "detected with confidence %.2f", article.score());
        String part = article.superCategory().label();
        return article.category().equals(part) ? sure : "searched in " + part + ", " + sure;
    }

    private void matches(ArticleMatches found, Crop crop) {
        List<Match> matches = found.matches();
        if (matches.isEmpty()) {
            if (found.notice().isEmpty()) {
                String part = found.article().superCategory().label();
                html.element("p", "The catalogue has nothing for " + part + ".", "class", "none");
            }
            return;
        }
        Map<String, DescribedProduct> described = products.productsById(
                matches.stream().map(match -> match.product().id()).toList());
        html.open("ol", "class", "cards");
        for (Match match : matches) {
            DescribedProduct product = described.get(match.product().id());
            Attributes attributes = product == null ? Attributes.NONE : product.attributes();
            // Maps take a second, so only the best match has them.
            boolean best = match.equals(matches.get(0));
            MatchCard.write(html, match, attributes, best ? () -> maps(crop, match) : () -> {});
        }
        html.close();
    }

    private void maps(Crop article, Match match) {
        heatMaps.ifPresent(maps -> maps.write(html, article, match.product()));
    }
}
