package io.buyme.train.pose;

import io.buyme.train.augment.PersonAugmentation;
import io.buyme.train.augment.PersonAugmenter;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import io.buyme.train.loop.Randoms;
import java.util.ArrayList;
import java.util.List;

/** Where joints are on average: what can be said of a person without a look at her. */
final class MeanPose {

    private MeanPose() {}

    /** Returns the mean place of each joint in the inputs of a network. */
    static List<HeatMaps.Peak> of(List<PosedPerson> people, PoseShape shape) {
        PersonAugmenter augmenter = new PersonAugmenter(PersonAugmentation.NONE, shape.width(), shape.height());
        float[] unused = new float[augmenter.length()];
        double[] x = new double[Joints.COUNT];
        double[] y = new double[Joints.COUNT];
        int[] seen = new int[Joints.COUNT];
        for (PosedPerson person : people) {
            List<Joint> joints = augmenter
                    .draw(person, person.picture(), Randoms.at(0), unused, 0)
                    .joints();
            for (int i = 0; i < Joints.COUNT; i++) {
                Joint joint = joints.get(i);
                if (joint.sight() == Sight.SEEN) {
                    x[i] += joint.x();
                    y[i] += joint.y();
                    seen[i]++;
                }
            }
        }
        List<HeatMaps.Peak> means = new ArrayList<>();
        for (int i = 0; i < Joints.COUNT; i++) {
            int count = Math.max(1, seen[i]);
            means.add(new HeatMaps.Peak(x[i] / count, y[i] / count, 1));
        }
        return List.copyOf(means);
    }
}
