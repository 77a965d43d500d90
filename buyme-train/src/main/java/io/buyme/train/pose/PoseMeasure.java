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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Measures what finds joints on people that it does not learn from, always in the same views. */
final class PoseMeasure {

    private static final int SEED = 1;

    private final List<PosedPerson> people;
    private final PoseShape shape;

    PoseMeasure(List<PosedPerson> people, PoseShape shape) {
        this.people = people;
        this.shape = shape;
    }

    PoseScore of(ComputationGraph network) {
        HeatMaps maps = new HeatMaps(shape);
        float[] heat = new float[maps.length()];
        try (Trunk trunk = Trunk.of(network, PoseNetwork.inputType(shape), List.of(HrNet.HEAT_MAPS))) {
            return of(picture -> {
                trunk.run(picture, 1, List.of(heat));
                return IntStream.range(0, Joints.COUNT)
                        .mapToObj(joint -> maps.peak(heat, 0, joint))
                        .toList();
            });
        }
    }

    /** Returns what it is worth to say the same of everybody. */
    PoseScore ofGuess(List<HeatMaps.Peak> guess) {
        return of(picture -> guess);
    }

    private PoseScore of(Function<float[], List<HeatMaps.Peak>> finder) {
        return new PoseScore(pck(finder, PersonAugmentation.NONE), pck(finder, PersonAugmentation.jitter()));
    }

    private Pck pck(Function<float[], List<HeatMaps.Peak>> finder, PersonAugmentation augmentation) {
        PersonAugmenter augmenter = new PersonAugmenter(augmentation, shape.width(), shape.height());
        float[] picture = new float[augmenter.length()];
        Pck.Meter meter = new Pck.Meter();
        for (int i = 0; i < people.size(); i++) {
            PosedPerson person = people.get(i);
            PersonView view = augmenter.draw(person, person.picture(), Randoms.at(SEED, i), picture, 0);
            meter.add(view, finder.apply(picture));
        }
        return meter.total();
    }
}
