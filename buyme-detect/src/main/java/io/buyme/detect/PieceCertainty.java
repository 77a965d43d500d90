package io.buyme.detect;

import io.buyme.detect.Piece.Run;
import java.util.List;

/** How sure a network is of the pixels of a piece: the mean over the cells in which they lie. */
final class PieceCertainty {

    private final ClassMap map;
    private final float[] certainty;
    private final PixelClasses pixels;

    /**
     * Creates a measure.
     *
     * @param background whose pixels are never asked for
     */
    PieceCertainty(ClassMap map, int background, PixelClasses pixels) {
        this.map = map;
        this.certainty = map.certainty(background);
        this.pixels = pixels;
    }

    /**
     * Returns the mean probability of the pieces' class, 0 to 1. Pixels at the rim, whose cell belongs to another class,
     * do not count unless there are no others; then it is one half, as at a rim.
     */
    double of(List<Piece> pieces) {
        double sum = 0;
        int count = 0;
        for (Piece piece : pieces) {
            for (Run run : piece.runs()) {
                int line = pixels.down().nearest(run.row()) * map.width();
                for (int column = run.from(); column < run.to(); column++) {
                    int cell = line + pixels.across().nearest(column);
                    if (map.winner(cell) == piece.category()) {
                        sum += certainty[cell];
                        count++;
                    }
                }
            }
        }
        return count == 0 ? 0.5 : sum / count;
    }
}
