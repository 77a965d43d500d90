package io.buyme.embed;

import io.buyme.api.LabColor;
import java.util.List;

/**
 * The names that colours are given, each with the colours it stands for. A colour gets the name of the nearest one by
 * CIEDE2000. Several colours may share a name, as a name is wider in some directions than in others.
 */
final class Palette {

    private static final String COLORS = """
            black 0b0b0d, black 1d1d20
            charcoal 38393c, charcoal 494a4d
            gray 6d6e71, gray 8a8b8e
            light gray b0b1b3, light gray c6c7c9
            white f4f4f4, white ffffff, white e2e2e3
            off-white ece9df, off-white f3eee0
            beige d8c8ab, beige c6b699, beige e3d3bb
            taupe 8f8271, taupe a89a88
            camel b98a52, camel c79c68
            brown 8b4513, brown 6b4527, brown 83573a
            dark brown 3a2618, dark brown 4b3322
            red c81d25, red e0323a
            dark red 6a1420, dark red 861b2b
            coral f0715e, coral ee8a76
            pink f2a9bb, pink e58aa6
            light pink f6d5da, light pink ecc6c9
            dusty pink a8727a, dusty pink c08f94
            hot pink e0277f, hot pink ee4b98
            orange ee7a1a, orange f39237
            rust a9471f, rust b85a32
            yellow f3d321, yellow f7e25a
            light yellow f7efab
            mustard c9992a, mustard b48624
            olive 6b6a34, olive 7f7f4c, olive 4e5030
            green 2f8f43, green 49a857
            dark green 1c4a2c, dark green 2a3d2e
            light green a9d69b, light green 86c77c, light green c3dcb8
            turquoise 38b8b3, turquoise 66ccc4
            teal 14646a, teal 1f7a7d
            light blue a5c6e4, light blue 85b2dc, light blue c3d8ea
            blue 1230e0, blue 0505f5, blue 2a62bd, blue 3f7fd1, blue 4a6fa0
            blue-gray 5f6b80, blue-gray 7f8ca0
            dark blue 1b2850, dark blue 24396b, dark blue 2b3a52
            purple 6d3597, purple 8450ad
            dark purple 3a1f4d, dark purple 4b2a52
            lavender b9a3d9, lavender cdbde3
            """;

    private static final List<Entry> ENTRIES = COLORS.strip()
            .lines()
            .flatMap(line -> List.of(line.split(",\\s*")).stream())
            .map(Entry::parse)
            .toList();

    private Palette() {}

    /** Returns the name of a colour. */
    static String nameOf(LabColor color) {
        Entry nearest = ENTRIES.get(0);
        double least = Double.MAX_VALUE;
        for (Entry entry : ENTRIES) {
            double difference = entry.color.difference(color);
            if (difference < least) {
                least = difference;
                nearest = entry;
            }
        }
        return nearest.name;
    }

    private record Entry(String name, LabColor color) {

        static Entry parse(String text) {
            int blank = text.lastIndexOf(' ');
            return new Entry(text.substring(0, blank), LabColor.ofRgb(Integer.parseInt(text.substring(blank + 1), 16)));
        }
    }
}
