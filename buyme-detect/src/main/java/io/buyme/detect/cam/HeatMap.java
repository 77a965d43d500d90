package io.buyme.detect.cam;

import io.buyme.api.Box;
import io.buyme.api.Mask.PixelTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** How much speaks for a category at each cell of a grid over a part of a photo. Immutable. */
final class HeatMap {

    private final HeatGrid grid;
    private final float[] heat;
    private final float most;

    HeatMap(HeatGrid grid, float[] heat) {
        this.grid = grid;
        this.heat = heat;
        float highest = 0;
        for (float value : heat) {
            highest = Math.max(highest, value);
        }
        this.most = highest;
    }

    /** Returns the values as heat above the coldest of them. */
    static HeatMap above(HeatGrid grid, float[] values) {
        float coldest = Float.POSITIVE_INFINITY;
        for (float value : values) {
            coldest = Math.min(coldest, value);
        }
        float[] heat = new float[values.length];
        for (int cell = 0; cell < heat.length; cell++) {
            heat[cell] = values[cell] - coldest;
        }
        return new HeatMap(grid, heat);
    }

    /** Returns the heat of those cells whose middle passes the test; the others are cold. */
    HeatMap only(PixelTest test) {
        float[] left = new float[heat.length];
        for (int cell = 0; cell < heat.length; cell++) {
            left[cell] = test.test((int) grid.centerX(cell), (int) grid.centerY(cell)) ? heat[cell] : 0;
        }
        return new HeatMap(grid, left);
    }

    /** Returns the heat of a cell as a share of the greatest; 0 everywhere if nothing speaks for the category. */
    double share(int cell) {
        return most > 0 ? heat[cell] / most : 0;
    }

    /**
     * Returns the connected pieces (edge neighbours) of the cells of at least a share of the greatest heat, the one with
     * the most heat first.
     */
    List<Piece> pieces(double threshold) {
        BitSet left = new BitSet(heat.length);
        for (int cell = 0; cell < heat.length; cell++) {
            left.set(cell, most > 0 && heat[cell] >= threshold * most);
        }
        List<Piece> pieces = new ArrayList<>();
        for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(seed)) {
            pieces.add(piece(left, seed));
        }
        pieces.sort(Comparator.comparingDouble(Piece::heat).reversed());
        return pieces;
    }

    /**
     * Returns what belongs together: the first piece, and all that have at least a share of its heat.
     *
     * @param pieces at least one, the one with the most heat first
     * @param part share from which on a piece is a part of the article; 1 for the first piece alone
     */
    static Piece article(List<Piece> pieces, double part) {
        Piece all = pieces.get(0);
        for (Piece piece : pieces.subList(1, pieces.size())) {
            all = isPart(piece, pieces.get(0), part) ? all.with(piece) : all;
        }
        return all;
    }

    static boolean isPart(Piece piece, Piece largest, double part) {
        return part < 1 && piece.heat >= part * largest.heat;
    }

    private Piece piece(BitSet left, int seed) {
        BitSet cells = new BitSet(heat.length);
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(seed));
        left.clear(seed);
        double sum = 0;
        while (!open.isEmpty()) {
            int cell = open.remove();
            cells.set(cell);
            sum += heat[cell];
            int column = cell % grid.columns();
            visit(left, open, column > 0 ? cell - 1 : -1);
            visit(left, open, column < grid.columns() - 1 ? cell + 1 : -1);
            visit(left, open, cell - grid.columns());
            visit(left, open, cell + grid.columns());
        }
        return new Piece(grid, cells, sum);
    }

    private static void visit(BitSet left, ArrayDeque<Integer> open, int cell) {
        if (cell >= 0 && left.get(cell)) {
            left.clear(cell);
            open.add(cell);
        }
    }

    /** Connected cells. */
    static final class Piece {

        private final HeatGrid grid;
        private final BitSet cells;
        private final double heat;

        private Piece(HeatGrid grid, BitSet cells, double heat) {
            this.grid = grid;
            this.cells = cells;
            this.heat = heat;
        }

        /** Returns the sum over its cells. */
        double heat() {
            return heat;
        }

        /** Returns both as one, be they connected or not. */
        Piece with(Piece other) {
            BitSet both = (BitSet) cells.clone();
            both.or(other.cells);
            return new Piece(grid, both, heat + other.heat);
        }

        /** Returns the box around the cells, in photo pixels. */
        Box box() {
            int left = grid.columns();
            int right = 0;
            for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
                left = Math.min(left, cell % grid.columns());
                right = Math.max(right, cell % grid.columns() + 1);
            }
            int top = cells.nextSetBit(0) / grid.columns();
            int bottom = (cells.length() - 1) / grid.columns() + 1;
            return grid.box(left, top, right, bottom);
        }

        HeatGrid grid() {
            return grid;
        }

        boolean contains(int cell) {
            return cells.get(cell);
        }
    }
}
