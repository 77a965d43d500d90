package io.buyme.cli.report;

import io.buyme.api.Attributes;
import io.buyme.api.Match;
import io.buyme.api.Product;
import java.util.Locale;
import java.util.Optional;

/** One recommended product: picture, title, price, link, score, reason, colors. */
final class MatchCard {

    private MatchCard() {}

    static void write(Html html, Match match, Attributes attributes) {
        Product product = match.product();
        Optional<String> link = product.link().filter(Links::safe);
        html.open("li", "class", "card");
        picture(html, product);
        html.open("div", "class", "facts");
        html.open("h4");
        linked(html, link, product.title());
        html.close();
        product.brand().ifPresent(brand -> html.element("p", brand, "class", "brand"));
        html.open("p", "class", "price");
        html.element("strong", product.price().map(Object::toString).orElse("price not given"));
        html.element("span", String.format(Locale.ROOT, "%.3f", match.score()), "class", "score", "title", "similarity");
        html.close();
        html.element("p", match.explanation().summary(), "class", "reason");
        Chips.write(html, attributes);
        if (link.isPresent()) {
            html.open("a", "class", "buy", "href", link.get(), "rel", "noopener noreferrer nofollow")
                    .text("View product")
                    .close();
        } else {
            html.element("p", product.link().orElse("no link"), "class", "nolink");
        }
        html.close().close();
    }

    private static void linked(Html html, Optional<String> link, String text) {
        if (link.isPresent()) {
            html.element("a", text, "href", link.get(), "rel", "noopener noreferrer nofollow");
        } else {
            html.text(text);
        }
    }

    private static void picture(Html html, Product product) {
        html.open("div", "class", "picture");
        Pictures.ofProduct(product)
                .ifPresentOrElse(
                        uri -> html.open("img", "src", uri, "alt", product.title(), "loading", "lazy"),
                        () -> html.element("span", "no picture"));
        html.close();
    }
}
