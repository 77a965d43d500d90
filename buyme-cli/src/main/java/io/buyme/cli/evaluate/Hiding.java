package io.buyme.cli.evaluate;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.catalog.explain.Fill;
import io.buyme.catalog.explain.HiddenParts;
import io.buyme.catalog.explain.SimilarityMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One picture of a pair, of which cells are hidden, by what a map says or at random.
 *
 * @param crop the picture
 * @param map over it
 * @param shown cells that show the article: of these, random ones are drawn
 * @param other what the picture is compared with
 */
record Hiding(Crop crop, SimilarityMap map, List<Integer> shown, Embedding other) {

    static Hiding of(Crop crop, SimilarityMap map, Embedding other) {
        return new Hiding(crop, map, ArticleCells.of(crop, map), other);
    }

    /** Returns the cells that carried most, as many as are this share of the article's. */
    List<Integer> hottest(double share) {
        return map.hottestFirst().subList(0, count(share));
    }

    /** Returns as many of the article's cells, drawn at random. */
    List<Integer> random(double share, Random random) {
        List<Integer> cells = new ArrayList<>(shown);
        Collections.shuffle(cells, random);
        return cells.subList(0, count(share));
    }

    /** Returns the similarity that is left in each case, in order. */
    List<Double> similarities(Embedder embedder, List<List<Integer>> hidden, Fill fill) {
        List<Crop> crops = hidden.stream()
                .map(cells ->
                        HiddenParts.hide(crop, cells.stream().map(map::cell).toList(), fill))
                .toList();
        return embedder.embedAll(crops).stream()
                .map(embedding -> embedding.similarity(other))
                .toList();
    }

    private int count(double share) {
        return Math.max(1, (int) Math.round(share * shown.size()));
    }
}
