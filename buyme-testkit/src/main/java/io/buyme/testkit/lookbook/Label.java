package io.buyme.testkit.lookbook;

import io.buyme.api.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a shop says of a product.
 *
 * @param title for people
 * @param brand invented
 * @param price in euros
 * @param attributes of the design
 */
record Label(String title, String brand, Price price, Map<String, String> attributes) {

    private static final List<String> BRANDS = List.of(
            "Two Herons",
            "Quill Street",
            "Ostra Mill",
            "Papaver",
            "Kelp & Rye",
            "Marlow Row",
            "Tidewrack",
            "Lindqvist Sons",
            "Casa Lumo",
            "Fernhollow",
            "Sable Lane",
            "Ninth Loom");

    Label {
        attributes = Map.copyOf(attributes);
    }

    static Label of(Design design, Dice dice) {
        Map<String, String> attributes = attributes(design);
        double amount = design.kind().typicalPrice() * dice.between(0.6, 1.6);
        Price price = new Price(BigDecimal.valueOf((long) amount).add(new BigDecimal("0.95")), "EUR");
        return new Label(title(design, attributes), dice.pick(BRANDS), price, attributes);
    }

    private static Map<String, String> attributes(Design design) {
        Map<String, String> attributes = new TreeMap<>();
        Weave weave = design.weave();
        attributes.put("color", Palette.nameOf(weave.base()));
        attributes.put("pattern", weave.pattern().attribute());
        attributes.put("texture", weave.texture().name().toLowerCase(Locale.ROOT));
        if (weave.pattern() != Pattern.PLAIN) {
            attributes.put("second-color", Palette.nameOf(weave.second()));
        }
        if (design.cut().neckline() != Cut.Neckline.NONE) {
            attributes.put("neckline", design.cut().neckline().label());
        }
        length(design).ifPresent(length -> attributes.put("length", length));
        sleeve(design).ifPresent(sleeve -> attributes.put("sleeve", sleeve));
        return attributes;
    }

    private static Optional<String> length(Design design) {
        double hem = design.cut().hem();
        return switch (design.kind()) {
            case DRESS, SKIRT, COAT -> Optional.of(hem < 0.7 ? "short" : hem < 0.8 ? "knee" : "midi");
            case PANTS ->
                Optional.of(
                        design.cut().limbFlare() > 0.01
                                ? "wide leg"
                                : design.cut().limbEase() < 0.005 ? "skinny" : "straight");
            default -> Optional.empty();
        };
    }

    private static Optional<String> sleeve(Design design) {
        return switch (design.kind()) {
            case T_SHIRT, LONGSLEEVE, SHIRT, SWEATER, JACKET, COAT, DRESS ->
                Optional.of(sleeveWord(design.cut().reach()));
            default -> Optional.empty();
        };
    }

    private static String sleeveWord(double reach) {
        if (reach == 0) {
            return "sleeveless";
        }
        return reach < 1 ? "short" : reach < 1.6 ? "three-quarter" : "long";
    }

    private static String title(Design design, Map<String, String> attributes) {
        List<String> words = new ArrayList<>();
        Weave weave = design.weave();
        words.add(weave.pattern() == Pattern.PLAIN ? "" : weave.pattern().word());
        words.add(attributes.get("color")
                + (weave.pattern() == Pattern.PLAIN ? "" : " and " + attributes.get("second-color")));
        words.add(attributes.getOrDefault("length", ""));
        words.add(design.kind().word());
        String title =
                String.join(" ", words.stream().filter(word -> !word.isEmpty()).toList());
        String neckline = attributes.getOrDefault("neckline", "");
        String whole = neckline.isEmpty() ? title : title + ", " + neckline;
        return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
    }
}
