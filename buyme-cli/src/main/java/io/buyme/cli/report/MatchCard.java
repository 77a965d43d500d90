package io.buyme.cli.report;

import static java.util.stream.Collectors.joining;

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
        standing(html, match);
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

    /** Writes what the place of a match rests on, and which products it stands for. */
    private static void standing(Html html, Match match) {
        match.probability()
                .ifPresent(probability -> html.element(
                        "p",
                        String.format(Locale.ROOT, "a good match with probability %.0f %%", 100 * probability),
                        "class",
                        "absent",
                        "title",
                        evidence(match)));
        if (!match.variants().isEmpty()) {
            html.open("details", "class", "absent");
            html.element("summary", "variants: " + match.variants().size());
            html.open("ul");
            for (Product variant : match.variants()) {
                html.open("li");
                linked(html, variant.link().filter(Links::safe), variant.title());
                html.close();
            }
            html.close().close();
        }
    }

    private static String evidence(Match match) {
        return match.evidence().stream()
                .map(e -> String.format(Locale.ROOT, "%s %+.2f", e.name(), e.contribution()))
                .collect(joining(", "));
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
