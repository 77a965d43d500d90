package io.buyme.cli.report;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import java.util.Locale;
import java.util.function.Function;

/** Shows attributes: a dot and a name per color, a label per tag. */
final class Chips {

    private static final double MIN_SHARE = 0.05;

    private Chips() {}

    /** Writes colors with their shares, and tags. */
    static void shares(Html html, Attributes attributes) {
        write(html, attributes, color -> String.format(Locale.ROOT, "%s %.0f %%", color.name(), 100 * color.share()));
    }

    /** Writes colors and tags by name only, where there is little room. */
    static void names(Html html, Attributes attributes) {
        write(html, attributes, ColorShare::name);
    }

    private static void write(Html html, Attributes attributes, Function<ColorShare, String> text) {
        if (attributes.colors().isEmpty() && attributes.tags().isEmpty()) {
            return;
        }
        html.open("ul", "class", "chips");
        for (ColorShare color : attributes.colors()) {
            if (color.share() >= MIN_SHARE) {
                html.open("li")
                        .open("i", "style", "background:" + hex(color.rgb()))
                        .close();
                html.text(text.apply(color)).close();
            }
        }
        for (Tag tag : attributes.tags()) {
            html.element("li", tag.name(), "class", "tag");
        }
        html.close();
    }

    /** Returns an sRGB value the way CSS writes it. */
    static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xffffff);
    }
}
