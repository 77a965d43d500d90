package io.buyme.cli.report;

import io.buyme.api.ColorPair;
import java.util.List;
import java.util.Locale;

/** Shows colors side by side: the article's in the left half of a swatch, the product's in the right. */
final class ColorPairs {

    private static final int FEW = 3;

    private ColorPairs() {}

    static void write(Html html, List<ColorPair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        html.open("ul", "class", "pairs");
        for (ColorPair pair : pairs.subList(0, Math.min(FEW, pairs.size()))) {
            html.open("li", "title", title(pair)).open("i");
            half(html, pair.article().rgb());
            half(html, pair.product().rgb());
            html.close().text(words(pair)).close();
        }
        html.close();
    }

    private static void half(Html html, int rgb) {
        html.open("b", "style", "background:" + Chips.hex(rgb)).close();
    }

    private static String words(ColorPair pair) {
        String worn = pair.article().name();
        String offered = pair.product().name();
        return worn.equals(offered) ? worn : worn + " / " + offered;
    }

    private static String title(ColorPair pair) {
        return String.format(
                Locale.ROOT,
                "in the photo %s %.0f %%, here %s %.0f %%; difference %.0f (CIEDE2000)",
                pair.article().name(),
                100 * pair.article().share(),
                pair.product().name(),
                100 * pair.product().share(),
                pair.difference());
    }
}
