package io.buyme.train.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import io.buyme.train.pose.HeatMaps.Peak;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatMapsTest {

    private static final PoseShape SHAPE = new PoseShape(96);
    private static final HeatMaps MAPS = new HeatMaps(SHAPE);

    @Test
    void theHeatIsOneAtTheJointAndFallsAsAGaussian() {
        // The middle of cell (5, 7) is that of pixel (20, 28).
        float[] maps = written(new Joint(20.5, 28.5, Sight.SEEN));
        int at = 7 * SHAPE.columns() + 5;

        assertThat(maps[at]).isEqualTo(1);
        assertThat(maps[at + 2]).isCloseTo((float) Math.exp(-0.5), within(1e-6f));
        assertThat(maps[at + 2 * SHAPE.columns()]).isEqualTo(maps[at + 2]);
        assertThat(maps[at + 12]).isZero();
    }

    @Test
    void aJointBeyondTheEdgesHasNoHeatAndOneNobodyKnowsHasNoMap() {
        assertThat(written(new Joint(-5, 20, Sight.OUTSIDE))).containsOnly(0f);
        assertThat(written(new Joint(20, 20, Sight.UNKNOWN))).containsOnly(HeatMaps.UNKNOWN);
    }

    @Test
    void whatIsWrittenIsFoundAgainWithinHalfACell() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            double x = 6 + random.nextDouble() * (SHAPE.width() - 16);
            double y = 6 + random.nextDouble() * (SHAPE.height() - 16);

            Peak peak = MAPS.peak(written(new Joint(x, y, Sight.SEEN)), 0, 3);

            assertThat(peak.x()).isCloseTo(x, within(1.01));
            assertThat(peak.y()).isCloseTo(y, within(1.01));
            assertThat(peak.score()).isBetween(0.9, 1.0);
        }
    }

    @Test
    void aJointInTheCornerIsFoundThere() {
        Peak peak = MAPS.peak(written(new Joint(0.5, 0.5, Sight.SEEN)), 0, 0);

        assertThat(peak).isEqualTo(new Peak(0.5, 0.5, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64, 100, 144})
    void aWidthWhoseCoarsestMapsHadHalfACellIsRefused(int width) {
        assertThatThrownBy(() -> new PoseShape(width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("96");
    }

    private static float[] written(Joint joint) {
        float[] maps = new float[MAPS.length()];
        List<Joint> all = Collections.nCopies(Joints.COUNT, joint);
        MAPS.write(all, maps, 0);
        return maps;
    }
}
