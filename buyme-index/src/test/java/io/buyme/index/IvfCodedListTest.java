package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.space;
import static io.buyme.index.IndexData.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IvfCodedListTest {

    /** What codes say of a distance is the distance of the vector that the code stands for. */
    @ParameterizedTest
    @EnumSource(Metric.class)
    void ranksRowsByTheDistanceOfWhatTheirCodesStandFor(Metric metric) {
        EmbeddingSpace space = space(metric, 12);
        float[][] vectors = entries(space, 0, 600).stream()
                .map(IndexEntry::embedding)
                .map(Vectors::stored)
                .toArray(float[][]::new);
        Centers centers = KMeans.centers(vectors, 6, new Random(1));
        IvfCoarse coarse = new IvfCoarse(centers, new IvfCoarse.Training(600, 1));
        float[][] residuals = Arrays.stream(vectors)
                .map(v -> IvfCodedLists.residual(v, centers.point(coarse.take(v))))
                .toArray(float[][]::new);
        ProductQuantizer quantizer = ProductQuantizer.train(residuals, 3, new Random(1));
        IvfOptions.Codes options = new IvfOptions.Codes(3, metric == Metric.EUCLIDEAN, 1, Optional.empty());
        List<IvfRow> rows = new ArrayList<>();
        IvfCodedLists lists = new IvfCodedLists(coarse, quantizer, options, rows, new int[6]);
        IvfPartition partition = new IvfPartition("p", space, IvfOptions.flat(IvfData.options()));
        for (int i = 0; i < 600; i++) {
            IvfRow row = new IvfRow("id" + i, partition);
            row.renumber(i);
            lists.add(row, vectors[i]);
            rows.add(row);
        }
        float[] query = Vectors.stored(vector(space, -5));
        Search search = new Search(IndexQuery.of(vector(space, -5), 10), 600);
        IvfProbe probe = new IvfProbe(search, metric);
        IvfCandidates candidates = new IvfCandidates(search, 600);
        lists.weigh(probe, 6, 1, candidates);
        assertThat(candidates.size()).isEqualTo(600);
        while (candidates.size() > 0) {
            long candidate = candidates.take();
            float[] decoded = decoded(vectors[Found.slot(candidate)], centers, quantizer);
            double expected = metric == Metric.EUCLIDEAN
                    ? ExactScores.squaredDistance(query, decoded, 0)
                    : -ExactScores.dot(query, decoded, 0);
            assertThat((double) Found.distance(candidate)).isCloseTo(expected, within(1e-4));
        }
    }

    private static float[] decoded(float[] vector, Centers centers, ProductQuantizer quantizer) {
        float[] center = centers.point(Found.slot(centers.nearest(vector, centers.scratch())));
        byte[] code = new byte[quantizer.parts()];
        quantizer.encode(IvfCodedLists.residual(vector, center), code, 0);
        float[] decoded = new float[vector.length];
        quantizer.decode(code, 0, decoded);
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] += center[i];
        }
        return decoded;
    }
}
