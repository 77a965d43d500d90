package io.buyme.train.pose;

import io.buyme.train.augment.PersonView;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import java.util.List;

/**
 * The percentage of correct keypoints (Yang and Ramanan 2013): of the joints that are seen, the share that is found no
 * farther away than a share of the person's height.
 *
 * @param joints how many are seen
 * @param strict share found within {@link #STRICT} of the height, 0 to 1
 * @param loose share found within {@link #LOOSE} of the height, 0 to 1
 */
public record Pck(int joints, double strict, double loose) {

    /** The smaller distance, as a share of the person's height. */
    public static final double STRICT = 0.05;

    /** The larger distance, as a share of the person's height. */
    public static final double LOOSE = 0.1;

    /** Counts. For one thread. */
    static final class Meter {

        private int joints;
        private int strict;
        private int loose;

        void add(PersonView wanted, List<HeatMaps.Peak> found) {
            for (int i = 0; i < Joints.COUNT; i++) {
                Joint joint = wanted.joints().get(i);
                if (joint.sight() == Sight.SEEN) {
                    double distance = Math.hypot(
                                    found.get(i).x() - joint.x(), found.get(i).y() - joint.y())
                            / wanted.height();
                    joints++;
                    strict += distance <= STRICT ? 1 : 0;
                    loose += distance <= LOOSE ? 1 : 0;
                }
            }
        }

        Pck total() {
            int all = Math.max(1, joints);
            return new Pck(joints, (double) strict / all, (double) loose / all);
        }
    }
}
