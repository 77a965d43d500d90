package io.buyme.testkit.lookbook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The colours that cloth and leather are dyed in, by name. */
enum Palette {
    WHITE(0xF4F2EE),
    CREAM(0xEFE6D2),
    SAND(0xD8C3A0),
    CAMEL(0xBD8E56),
    TAN(0xA9744A),
    BROWN(0x6B4630),
    CHOCOLATE(0x472E24),
    BLACK(0x232326),
    CHARCOAL(0x43464B),
    GREY(0x8B8E92),
    SILVER(0xC3C6C9),
    NAVY(0x24304F),
    DENIM(0x46628C),
    BLUE(0x2F62B5),
    SKY(0x8FBBE2),
    TEAL(0x1F7A80),
    TURQUOISE(0x45B5B5),
    MINT(0xAEDCC4),
    GREEN(0x3C8A4E),
    FOREST(0x274A38),
    OLIVE(0x6C6B3A),
    SAGE(0xA0AE8C),
    LIME(0xB4CC4A),
    YELLOW(0xF1CE4A),
    MUSTARD(0xCE9A2C),
    ORANGE(0xE27F34),
    RUST(0xA94F2C),
    CORAL(0xEC7B68),
    RED(0xC6303A),
    BURGUNDY(0x6D2034),
    PINK(0xEBA6BB),
    BLUSH(0xE9CBC4),
    FUCHSIA(0xC93C86),
    PURPLE(0x6A4593),
    LAVENDER(0xB9A8D8),
    PLUM(0x5A2E55);

    private static final List<Palette> ALL = List.of(values());
    private static final List<Palette> LEATHERS =
            List.of(WHITE, BLACK, BLACK, BROWN, CHOCOLATE, TAN, CAMEL, SAND, NAVY, BURGUNDY, RED, GREY, FOREST, BLUSH);
    private static final List<Palette> TROUSERS = List.of(
            BLACK, CHARCOAL, GREY, NAVY, DENIM, DENIM, BLUE, SKY, SAND, CAMEL, BROWN, OLIVE, FOREST, BURGUNDY, WHITE,
            RUST, TEAL, MUSTARD, PLUM);

    private final int rgb;

    Palette(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }

    static int any(Dice dice) {
        return dyed(dice.pick(ALL), dice);
    }

    static int leather(Dice dice) {
        return dyed(dice.pick(LEATHERS), dice);
    }

    static int trousers(Dice dice) {
        return dyed(dice.pick(TROUSERS), dice);
    }

    /** Returns a colour that stands out from another one. */
    static int against(int other, Dice dice) {
        int candidate = any(dice);
        while (Colors.distance(candidate, other) < 0.22) {
            candidate = any(dice);
        }
        return candidate;
    }

    /** Returns the name of the nearest colour. */
    static String nameOf(int rgb) {
        return Arrays.stream(values())
                .min(Comparator.comparingDouble(color -> Colors.distance(color.rgb, rgb)))
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** No two lots of cloth come out of the dye alike. */
    private static int dyed(Palette color, Dice dice) {
        int tinted = Colors.mix(color.rgb, dice.pick(ALL).rgb, dice.between(0, 0.09));
        return Colors.scale(tinted, dice.between(0.92, 1.06));
    }
}
