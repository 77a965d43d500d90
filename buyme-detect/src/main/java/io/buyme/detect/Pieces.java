package io.buyme.detect;

import io.buyme.detect.Piece.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds the connected pieces of each class: runs of equal pixels, joined with those that they touch in the row above
 * (union-find, Tarjan 1975).
 */
final class Pieces {

    /** A piece smaller than this share of the part of the photo, or of the largest piece of its class, is noise. */
    private static final double SPECK = 0.0004;

    private static final double CRUMB = 0.04;

    private final PixelClasses pixels;
    private final IntPredicate wanted;
    private final List<Run> runs = new ArrayList<>();
    private final List<Integer> categories = new ArrayList<>();
    private int[] parents = new int[1024];

    private Pieces(PixelClasses pixels, IntPredicate wanted) {
        this.pixels = pixels;
        this.wanted = wanted;
    }

    /** Returns the pieces of some classes that are no noise, by class, in the order of their first pixel. */
    static Map<Integer, List<Piece>> of(PixelClasses pixels, IntPredicate wanted) {
        Pieces pieces = new Pieces(pixels, wanted);
        pieces.findRuns();
        return pieces.byCategory();
    }

    private void findRuns() {
        int above = 0;
        for (int row = 0; row < pixels.height(); row++) {
            int first = runs.size();
            for (int from = 0; from < pixels.width(); ) {
                int category = pixels.at(from, row);
                int to = from + 1;
                while (to < pixels.width() && pixels.at(to, row) == category) {
                    to++;
                }
                if (wanted.test(category)) {
                    add(new Run(row, from, to), category);
                }
                from = to;
            }
            join(above, first);
            above = first;
        }
    }

    private void add(Run run, int category) {
        int index = runs.size();
        if (index == parents.length) {
            parents = Arrays.copyOf(parents, 2 * index);
        }
        parents[index] = index;
        runs.add(run);
        categories.add(category);
    }

    /** Joins the runs of the last row with those of the row above that they touch. */
    private void join(int above, int first) {
        int other = above;
        for (int i = first; i < runs.size(); i++) {
            Run run = runs.get(i);
            while (other < first && runs.get(other).to() <= run.from()) {
                other++;
            }
            for (int j = other; j < first && runs.get(j).from() < run.to(); j++) {
                if (categories.get(j).equals(categories.get(i))) {
                    parents[root(i)] = root(j);
                }
            }
        }
    }

    private int root(int index) {
        int at = index;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private Map<Integer, List<Piece>> byCategory() {
        Map<Integer, Piece> byRoot = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            int category = categories.get(i);
            byRoot.computeIfAbsent(root(i), root -> new Piece(category)).add(runs.get(i));
        }
        Map<Integer, List<Piece>> byCategory = new LinkedHashMap<>();
        for (Piece piece : byRoot.values()) {
            byCategory
                    .computeIfAbsent(piece.category(), category -> new ArrayList<>())
                    .add(piece);
        }
        double speck = SPECK * pixels.width() * pixels.height();
        byCategory.values().forEach(pieces -> {
            int largest = pieces.stream().mapToInt(Piece::area).max().orElse(0);
            pieces.removeIf(piece -> piece.area() < Math.max(speck, CRUMB * largest));
        });
        byCategory.values().removeIf(List::isEmpty);
        return byCategory;
    }
}
