package io.buyme.cli.report;

import io.buyme.api.Attributes;
import io.buyme.api.Match;
import io.buyme.api.Product;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One recommended product: picture, title, price, link, score, reason, colors. */
final class MatchCard {

    private static final String NO_REFERRER = "noopener noreferrer nofollow";

    private MatchCard() {}

    /**
     * Writes a card.
     *
     * @param attributes of the product
     * @param maps writes heat maps into the card, or nothing
     */
    static void write(Html html, Match match, Attributes attributes, Runnable maps) {
        Product product = match.product();
        Optional<String> link = product.link().filter(Links::safe);
        html.open("li", "class", "card");
        picture(html, product);
        maps.run();
        html.open("div", "class", "facts");
        html.open("h4");
        linked(html, link, product.title());
        html.close();
        html.element("p", product.brand().orElse(product.category()), "class", "brand");
        html.open("p", "class", "price");
        product.price().ifPresent(price -> html.element("strong", price.toString()));
        html.element("span", String.format(Locale.ROOT, "score %.2f", match.score()), "class", "score");
        html.close();
        html.element("p", match.explanation().summary(), "class", "reason");
        ColorPairs.write(html, match.explanation().colors());
        // Colors that stand side by side already are not told twice.
        boolean paired = !match.explanation().colors().isEmpty();
        Chips.names(html, paired ? new Attributes(List.of(), attributes.tags()) : attributes);
        if (link.isPresent()) {
            html.element("a", "View product", "class", "buy", "href", link.get(), "rel", NO_REFERRER);
        } else {
            product.link().ifPresent(unsafe -> html.element("p", unsafe, "class", "absent last"));
        }
        html.close().close();
    }

    private static void linked(Html html, Optional<String> link, String text) {
        if (link.isPresent()) {
            html.element("a", text, "href", link.get(), "rel", NO_REFERRER);
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
