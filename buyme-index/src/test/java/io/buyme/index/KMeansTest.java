package io.buyme.index;

import static io.buyme.index.IvfData.blobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsGroupsThatAreFarApart(long seed) {
        int groups = 12;
        int each = 50;
        float[][] points = blobs(groups, each, 8, 1, seed);
        Centers centers = KMeans.centers(points, groups, new Random(seed));
        float[] scratch = centers.scratch();
        Set<Integer> seen = new HashSet<>();
        for (int group = 0; group < groups; group++) {
            int center = Found.slot(centers.nearest(points[group * each], scratch));
            assertThat(seen.add(center)).isTrue();
            for (int i = 0; i < each; i++) {
                assertThat(Found.slot(centers.nearest(points[group * each + i], scratch)))
                        .isEqualTo(center);
            }
            assertIsMean(centers.point(center), Arrays.copyOfRange(points, group * each, (group + 1) * each));
        }
    }

    private static void assertIsMean(float[] center, float[][] points) {
        for (int j = 0; j < center.length; j++) {
            int dimension = j;
            double mean = Arrays.stream(points)
                    .mapToDouble(point -> point[dimension])
                    .average()
                    .orElseThrow();
            assertThat((double) center[j]).isCloseTo(mean, within(1e-4));
        }
    }

    @Test
    void givesTheSameCentersForTheSameSeed() {
        float[][] points = blobs(5, 300, 6, 40, 1);
        Centers a = KMeans.centers(points, 37, new Random(3));
        Centers b = KMeans.centers(points, 37, new Random(3));
        for (int i = 0; i < 37; i++) {
            assertThat(a.point(i)).isEqualTo(b.point(i));
        }
    }

    @Test
    void leavesNoCenterWithoutPointsWhereSomeCanBeSplit() {
        // Most points are one and the same, so most of the first centers, drawn at random, could be.
        float[][] points = blobs(1, 4000, 4, 1, 2);
        for (int i = 0; i < 3000; i++) {
            points[i] = points[0].clone();
        }
        Centers centers = KMeans.centers(points, 200, new Random(1));
        float[] scratch = centers.scratch();
        long used = Arrays.stream(points)
                .mapToInt(point -> Found.slot(centers.nearest(point, scratch)))
                .distinct()
                .count();
        assertThat(used).isGreaterThan(180);
    }

    @Test
    void makesDoWithPointsThatAreAllTheSameOrVeryLargeOrFew() {
        float[][] same = new float[100][3];
        assertThat(KMeans.centers(same, 10, new Random(1)).count()).isEqualTo(10);
        float[][] large = {{3e38f, 3e38f}, {-3e38f, 3e38f}, {3e38f, -3e38f}, {3e38f, 3.1e38f}};
        Centers centers = KMeans.centers(large, 2, new Random(1));
        for (int i = 0; i < 2; i++) {
            assertThat(Float.isFinite(centers.point(i)[0]) && Float.isFinite(centers.point(i)[1]))
                    .isTrue();
        }
        assertThat(KMeans.centers(new float[][] {{7}}, 5, new Random(1)).count())
                .isEqualTo(1);
    }

    @Test
    void comparesWithMoreCentersThanABlockHolds() {
        float[][] points = blobs(2500, 1, 3, 0, 5);
        Centers centers = new Centers(points.clone());
        float[] scratch = centers.scratch();
        float[] distances = new float[2500];
        centers.squaredDistances(points[2100], distances, scratch);
        assertThat(distances[2100]).isZero();
        assertThat(Found.slot(centers.nearest(points[2100], scratch))).isEqualTo(2100);
        centers.minusDots(points[7], distances, scratch);
        assertThat((double) distances[2400]).isCloseTo(-ExactScores.dot(points[7], points[2400], 0), within(1e-2));
    }
}
