package io.buyme.train.pose;

import io.buyme.train.augment.PersonAugmenter;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson;
import io.buyme.train.loop.BatchStream;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.Floats;
import io.buyme.train.loop.GradientRunner;
import io.buyme.train.loop.Randoms;
import io.buyme.train.loop.Slopes;
import io.buyme.train.loop.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One stage: all layers, on pictures of one size. */
final class PoseLesson implements Course.Lesson {

    private final PoseCourse course;
    private final PoseSettings settings;
    private final PoseShape shape;
    private final ComputationGraph network;
    private final GradientRunner runner;
    private final PersonAugmenter augmenter;
    private final HeatMaps maps;
    private final INDArray inputs;
    private final INDArray labels;

    PoseLesson(PoseCourse course, PoseShape shape, ComputationGraph network) {
        this.course = course;
        this.settings = course.settings();
        this.shape = shape;
        this.network = network;
        this.runner = new GradientRunner(network, Slot.of(network));
        this.augmenter = new PersonAugmenter(settings.augmentation(), shape.width(), shape.height());
        this.maps = new HeatMaps(shape);
        this.inputs = Nd4j.create(DataType.FLOAT, settings.batch(), 3, shape.height(), shape.width());
        this.labels = Nd4j.create(DataType.FLOAT, settings.batch(), Joints.COUNT, shape.rows(), shape.columns());
    }

    @Override
    public List<Slot> slots() {
        return runner.slots();
    }

    @Override
    public Course.Steps steps(int epoch, int firstStep) {
        List<PosedPerson> order = new ArrayList<>(course.people().training());
        Collections.shuffle(order, new Random(Randoms.seed(settings.seed(), epoch)));
        return new BatchStream<>(
                firstStep,
                course.steps(),
                () -> new PoseBatch(settings.batch(), augmenter, maps),
                (batch, step) -> fill(batch, order, epoch, step),
                this::run);
    }

    private void fill(PoseBatch batch, List<PosedPerson> order, int epoch, int step) {
        for (int row = 0; row < settings.batch(); row++) {
            SplittableRandom random = Randoms.at(settings.seed(), epoch, step, row);
            PosedPerson person = order.get((step * settings.batch() + row) % order.size());
            PosedPerson other = order.get(random.nextInt(order.size()));
            batch.draw(row, person, other.picture(), augmenter, maps, random);
        }
    }

    private Slopes run(PoseBatch batch, float[] weights, long seed) {
        Floats.copy(batch.pictures, inputs);
        Floats.copy(batch.labels, labels);
        float[] gradient = runner.gradient(weights, seed, List.of(inputs), List.of(labels));
        return new Slopes(gradient, Map.of("heat", PoseNetwork.loss(network)));
    }

    @Override
    public double measure(float[] weights) {
        Floats.copy(weights, network.params());
        return course.measure(network, shape);
    }

    @Override
    public void close() {
        inputs.close();
        labels.close();
    }
}
