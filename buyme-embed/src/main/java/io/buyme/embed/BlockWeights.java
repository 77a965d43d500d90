package io.buyme.embed;

import io.buyme.api.SuperCategory;
import java.util.List;
import java.util.Optional;

/**
 * How much each block of the vector says of an article: its share in the cosine of two vectors, so the five add up to 1.
 *
 * <p>A shoe is worn towards the camera and sold from the side, and a bag hangs from an arm and lies open on the table:
 * there neither texture nor shape agrees, and only colour is left. Chosen on looks of the look book and measured on
 * others (seed 2003, 60 looks, exact masks); how often the product worn
 * comes first, and among the first three:
 *
 * <table>
 * <caption>Recall at 1 and 3 of what is worn</caption>
 * <tr><th>kind</th><th>products</th><th>worn</th><th>version 1: even weights</th><th>version 2</th></tr>
 * <tr><td>UPPER</td><td>149</td><td>66</td><td>0.83, 0.92</td><td>0.85, 0.94</td></tr>
 * <tr><td>LOWER</td><td>91</td><td>50</td><td>0.82, 0.96</td><td>0.82, 0.96</td></tr>
 * <tr><td>ONE_PIECE</td><td>60</td><td>10</td><td>0.80, 1.00</td><td>0.80, 1.00</td></tr>
 * <tr><td>FOOTWEAR</td><td>60</td><td>60</td><td>0.23, 0.58</td><td>0.52, 0.73</td></tr>
 * <tr><td>BAG</td><td>60</td><td>17</td><td>0.12, 0.47</td><td>0.65, 0.94</td></tr>
 * <tr><td>ACCESSORY</td><td>60</td><td>12</td><td>0.83, 1.00</td><td>0.75, 1.00</td></tr>
 * </table>
 *
 * @param color of the whole article
 * @param colorByHeight which colour is at the top, in the middle and at the bottom
 * @param texture of the cloth
 * @param outline of the article
 * @param edges by place
 */
record BlockWeights(double color, double colorByHeight, double texture, double outline, double edges) {

    private static final BlockWeights EVEN = new BlockWeights(0.2, 0.2, 0.2, 0.2, 0.2);
    private static final BlockWeights MOSTLY_COLOR = new BlockWeights(0.85, 0.15, 0, 0, 0);

    /** Returns the weights for articles of a kind, or for those whose kind is not known. */
    static BlockWeights of(Optional<SuperCategory> kind) {
        return kind.map(BlockWeights::of).orElse(EVEN);
    }

    /** Returns the weights in the order in which the blocks are in the vector. */
    List<Double> inOrder() {
        return List.of(color, colorByHeight, texture, outline, edges);
    }

    private static BlockWeights of(SuperCategory kind) {
        return switch (kind) {
            case UPPER, LOWER, ONE_PIECE, ACCESSORY -> EVEN;
            case FOOTWEAR, BAG -> MOSTLY_COLOR;
        };
    }
}
