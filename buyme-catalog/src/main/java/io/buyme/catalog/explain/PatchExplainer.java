package io.buyme.catalog.explain;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Crop;
import io.buyme.api.Embedding;
import io.buyme.api.ExplainingEmbedder;
import io.buyme.api.PatchGrid;
import java.util.ArrayList;
import java.util.List;

/** Splits the product of two pictures' mean features among their patches. */
final class PatchExplainer implements SimilarityExplainer {

    private final ExplainingEmbedder embedder;

    PatchExplainer(ExplainingEmbedder embedder) {
        this.embedder = requireNonNull(embedder, "embedder");
    }

    @Override
    public List<SimilarityMaps> explainAll(Crop article, List<Crop> products) {
        List<Crop> crops = new ArrayList<>();
        crops.add(article);
        crops.addAll(products);
        List<PatchGrid> grids = embedder.patchesAll(crops);
        List<Embedding> embeddings = embedder.embedAll(crops);
        List<SimilarityMaps> maps = new ArrayList<>();
        for (int i = 1; i < grids.size(); i++) {
            maps.add(new SimilarityMaps(
                    embeddings.get(0).similarity(embeddings.get(i)),
                    map(grids.get(0), grids.get(i)),
                    map(grids.get(i), grids.get(0))));
        }
        return maps;
    }

    private static SimilarityMap map(PatchGrid grid, PatchGrid other) {
        List<Double> values = new ArrayList<>();
        double[] mean = mean(other);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                values.add(dot(grid.features(row, column), mean));
            }
        }
        return new SimilarityMap(grid.rows(), grid.columns(), grid.area(), values);
    }

    private static double[] mean(PatchGrid grid) {
        double[] mean = new double[grid.channels()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                float[] features = grid.features(row, column);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += features[i] / (grid.rows() * grid.columns());
                }
            }
        }
        return mean;
    }

    private static double dot(float[] features, double[] mean) {
        double dot = 0;
        for (int i = 0; i < mean.length; i++) {
            dot += features[i] * mean[i];
        }
        return dot;
    }
}
