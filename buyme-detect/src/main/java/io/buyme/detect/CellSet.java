package io.buyme.detect;

import io.buyme.api.Mask;
import io.buyme.api.Mask.PixelTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Cells of a grid, soon a mask. */
final class CellSet {

    private final Grid grid;
    private final BitSet cells;

    private CellSet(Grid grid, BitSet cells) {
        this.grid = grid;
        this.cells = cells;
    }

    static CellSet of(Grid grid, IntPredicate test) {
        BitSet cells = new BitSet(grid.size());
        for (int cell = 0; cell < grid.size(); cell++) {
            if (test.test(cell)) {
                cells.set(cell);
            }
        }
        return new CellSet(grid, cells);
    }

    int size() {
        return cells.cardinality();
    }

    CellSet plus(CellSet other) {
        BitSet both = (BitSet) cells.clone();
        both.or(other.cells);
        return new CellSet(grid, both);
    }

    CellSet where(IntPredicate test) {
        return of(grid, cell -> cells.get(cell) && test.test(cell));
    }

    /** Returns the connected pieces (edge neighbors) that have at least this share of all cells. */
    CellSet withoutSpecks(double share) {
        BitSet kept = new BitSet(grid.size());
        for (BitSet piece : pieces()) {
            if (piece.cardinality() >= share * size()) {
                kept.or(piece);
            }
        }
        return new CellSet(grid, kept);
    }

    /** Returns these cells as photo pixels, as far as they pass the test; empty if none does. */
    Optional<Mask> toMask(PixelTest person) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            left = Math.min(left, cell % grid.width());
            right = Math.max(right, cell % grid.width() + 1);
        }
        int top = cells.nextSetBit(0) / grid.width();
        int bottom = (cells.length() - 1) / grid.width() + 1;
        int stride = grid.stride();
        int x0 = grid.originX() + left * stride;
        int y0 = grid.originY() + top * stride;
        Mask mask = Mask.of(x0, y0, (right - left) * stride, (bottom - top) * stride, (x, y) -> {
            int cell = grid.cellAt(x, y);
            return cell >= 0 && cells.get(cell) && person.test(x, y);
        });
        return Optional.of(mask).filter(m -> m.area() > 0);
    }

    private List<BitSet> pieces() {
        List<BitSet> pieces = new ArrayList<>();
        BitSet left = (BitSet) cells.clone();
        for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(0)) {
            pieces.add(takePiece(left, seed));
        }
        return pieces;
    }

    private BitSet takePiece(BitSet left, int seed) {
        BitSet piece = new BitSet(grid.size());
        ArrayDeque<Integer> open = new ArrayDeque<>();
        left.clear(seed);
        open.add(seed);
        while (!open.isEmpty()) {
            int cell = open.remove();
            piece.set(cell);
            int column = cell % grid.width();
            visit(left, open, column > 0 ? cell - 1 : -1);
            visit(left, open, column < grid.width() - 1 ? cell + 1 : -1);
            visit(left, open, cell - grid.width());
            visit(left, open, cell + grid.width());
        }
        return piece;
    }

    private static void visit(BitSet left, ArrayDeque<Integer> open, int cell) {
        if (cell >= 0 && left.get(cell)) {
            left.clear(cell);
            open.add(cell);
        }
    }
}
