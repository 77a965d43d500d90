package io.buyme.train.pose;

import io.buyme.train.augment.PersonAugmentation;
import io.buyme.train.augment.PersonAugmenter;
import io.buyme.train.augment.PersonView;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson;
import io.buyme.train.loop.Randoms;
import io.buyme.train.loop.Trunk;
import io.buyme.train.net.HrNet;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Measures a network on people that it does not learn from, always in the same views. */
final class PoseMeasure {

    private static final int SEED = 1;

    private final List<PosedPerson> people;

    PoseMeasure(List<PosedPerson> people) {
        this.people = people;
    }

    PoseScore of(ComputationGraph network, PoseShape shape) {
        try (Trunk trunk = Trunk.of(network, PoseNetwork.inputType(shape), List.of(HrNet.HEAT_MAPS))) {
            return new PoseScore(
                    pck(trunk, shape, PersonAugmentation.NONE), pck(trunk, shape, PersonAugmentation.jitter()));
        }
    }

    private Pck pck(Trunk trunk, PoseShape shape, PersonAugmentation augmentation) {
        PersonAugmenter augmenter = new PersonAugmenter(augmentation, shape.width(), shape.height());
        HeatMaps maps = new HeatMaps(shape);
        float[] picture = new float[augmenter.length()];
        float[] heat = new float[maps.length()];
        Pck.Meter meter = new Pck.Meter();
        for (int i = 0; i < people.size(); i++) {
            PosedPerson person = people.get(i);
            PersonView view = augmenter.draw(person, person.picture(), Randoms.at(SEED, i), picture, 0);
            trunk.run(picture, 1, List.of(heat));
            meter.add(
                    view,
                    IntStream.range(0, Joints.COUNT)
                            .mapToObj(joint -> maps.peak(heat, 0, joint))
                            .toList());
        }
        return meter.total();
    }
}
