package io.buyme.catalog.recommend;

import io.buyme.api.BuyMeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Which category words mean the same kind of garment. Detectors say {@code top} where a shop says {@code t-shirt}: the
 * first is the general word of a kind, the second a word within it. Immutable.
 */
public final class GarmentKinds {

    private final Map<String, String> kindByWord;

    private GarmentKinds(Map<String, String> kindByWord) {
        this.kindByWord = kindByWord;
    }

    /** Returns the built-in kinds: those of the standard detector, with everyday words in each. */
    public static GarmentKinds standard() {
        return Standard.KINDS;
    }

    /**
     * Returns 1 for the same word, or for the general word of a kind and one within it; -1 for words of two kinds; 0 for
     * two words within a kind, such as {@code shirt} and {@code t-shirt}, and where a word is unknown.
     */
    public double agreement(String one, String other) {
        String left = normalized(one);
        String right = normalized(other);
        String kind = kindByWord.get(left);
        String otherKind = kindByWord.get(right);
        if (kind == null || otherKind == null) {
            // The same foreign word on both sides is as good as a known one.
            return left.equals(right) ? 1 : 0;
        }
        if (!kind.equals(otherKind)) {
            return -1;
        }
        return left.equals(right) || left.equals(kind) || right.equals(kind) ? 1 : 0;
    }

    private static String normalized(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    }

    private static final class Standard {

        private static final String FILE = "kinds.txt";

        static final GarmentKinds KINDS = new GarmentKinds(read());

        private static Map<String, String> read() {
            try (Reader reader = new InputStreamReader(
                            Objects.requireNonNull(GarmentKinds.class.getResourceAsStream(FILE), FILE),
                            StandardCharsets.UTF_8);
                    BufferedReader lines = new BufferedReader(reader)) {
                Map<String, String> kinds = new HashMap<>();
                lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> add(line, kinds));
                return Map.copyOf(kinds);
            } catch (IOException e) {
                throw new BuyMeException("cannot read " + FILE + " out of the jar: " + e, e);
            }
        }

        private static void add(String line, Map<String, String> kinds) {
            String[] sides = line.split(":", 2);
            String kind = normalized(sides[0]);
            kinds.put(kind, kind);
            for (String word : sides[1].split(",", -1)) {
                kinds.put(normalized(word), kind);
            }
        }
    }
}
