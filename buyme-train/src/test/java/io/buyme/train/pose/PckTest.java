package io.buyme.train.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.train.augment.PersonView;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import io.buyme.train.pose.HeatMaps.Peak;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PckTest {

    private static final double HEIGHT = 200;

    @Test
    void aJointCountsIfItIsNoFartherAwayThanAShareOfTheHeight() {
        List<Joint> wanted = new ArrayList<>();
        List<Peak> found = new ArrayList<>();
        for (int i = 0; i < Joints.COUNT; i++) {
            // 4, 8 and 24 % of the height away in turns; of four joints in the end nobody knows or they are outside.
            double distance = HEIGHT * List.of(0.04, 0.08, 0.24).get(i % 3);
            wanted.add(new Joint(50, 60, i < 13 ? Sight.SEEN : i < 15 ? Sight.UNKNOWN : Sight.OUTSIDE));
            found.add(new Peak(50 + 0.6 * distance, 60 - 0.8 * distance, 1));
        }
        Pck.Meter meter = new Pck.Meter();
        meter.add(new PersonView(wanted, HEIGHT), found);

        Pck pck = meter.total();

        assertThat(pck.joints()).isEqualTo(13);
        assertThat(pck.strict()).isCloseTo(5 / 13.0, within(1e-9));
        assertThat(pck.loose()).isCloseTo(9 / 13.0, within(1e-9));
    }

    @Test
    void withoutAnyJointNothingIsRight() {
        assertThat(new Pck.Meter().total()).isEqualTo(new Pck(0, 0, 0));
    }

    @Test
    void theMeanIsOfBothDistancesAndBothKindsOfViews() {
        PoseScore score = new PoseScore(new Pck(10, 0.4, 0.8), new Pck(10, 0.2, 0.6));

        assertThat(score.mean()).isCloseTo(0.5, within(1e-9));
        assertThat(score.describe())
                .isEqualTo("PCK@0.05 0.400, @0.10 0.800; turned and moved 0.200, 0.600 (10 joints)");
    }
}
