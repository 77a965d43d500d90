package io.buyme.train.dense;

import io.buyme.train.augment.SceneAugmenter;
import io.buyme.train.data.Scene;
import io.buyme.train.data.Scenes;
import io.buyme.train.loop.BatchStream;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.Floats;
import io.buyme.train.loop.GradientRunner;
import io.buyme.train.loop.GraphTail;
import io.buyme.train.loop.Randoms;
import io.buyme.train.loop.Slopes;
import io.buyme.train.loop.Slot;
import io.buyme.train.loop.Trunk;
import io.buyme.train.net.FeaturePyramid;
import io.buyme.train.objective.RowLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One stage of a dense network's training: all layers, or those behind a trunk that does not change. */
final class DenseLesson implements Course.Lesson {

    private final DenseSettings settings;
    private final Scenes scenes;
    private final DenseShape shape;
    private final DenseNetwork network;
    private final ComputationGraph whole;
    private final Optional<Trunk> trunk;
    private final List<Integer> inputLengths = new ArrayList<>();
    private final List<INDArray> inputs = new ArrayList<>();
    private final List<INDArray> labels;
    private final GradientRunner runner;

    DenseLesson(
            DenseSettings settings,
            Scenes scenes,
            DenseShape shape,
            DenseNetwork network,
            String from,
            float[] weights) {
        this.settings = settings;
        this.scenes = scenes;
        this.shape = shape;
        this.network = network;
        this.whole = network.create(settings.seed());
        List<Slot> slots = Slot.of(whole);
        if (from.isEmpty()) {
            trunk = Optional.empty();
            inputs.add(array(network.inputType().getShape()));
            runner = new GradientRunner(whole, slots);
        } else {
            GraphTail tail = network.tail(FeaturePyramid.cuts(from));
            for (InputType type : tail.inputTypes()) {
                inputLengths.add(Math.toIntExact(type.arrayElementsPerExample()));
                inputs.add(array(type.getShape()));
            }
            Floats.copy(weights, whole.params());
            trunk = Optional.of(Trunk.of(whole, network.inputType(), tail.cuts()));
            runner = new GradientRunner(network.create(tail, settings.seed()), slots);
        }
        labels = List.of(
                array(shape.classes().size(), shape.rows(), shape.columns()),
                array(shape.classes().categories().size()));
    }

    private INDArray array(long... shapeOfOne) {
        long[] all = new long[shapeOfOne.length + 1];
        all[0] = settings.batch();
        System.arraycopy(shapeOfOne, 0, all, 1, shapeOfOne.length);
        return Nd4j.create(DataType.FLOAT, all);
    }

    @Override
    public List<Slot> slots() {
        return runner.slots();
    }

    @Override
    public Course.Steps steps(int epoch, int firstStep) {
        List<Scene> order = shuffled(epoch);
        int steps = Math.max(1, order.size() / settings.batch());
        SceneAugmenter augmenter =
                new SceneAugmenter(settings.augmentation(), settings.scale(), shape.width(), shape.height());
        BatchStream<DenseBatch> stream = new BatchStream<>(
                firstStep,
                steps,
                (batch, step) -> fill(batch, order, augmenter, epoch, step),
                () -> new DenseBatch(shape, settings.batch(), inputLengths));
        return new Course.Steps() {
            @Override
            public Slopes next(float[] weights, long seed) {
                DenseBatch batch = stream.take();
                Slopes slopes = run(batch, weights, seed);
                stream.recycle(batch);
                return slopes;
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }

    private List<Scene> shuffled(int epoch) {
        List<Scene> order = new ArrayList<>(scenes.training());
        SplittableRandom random = Randoms.at(settings.seed(), epoch);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
        }
        return order;
    }

    private void fill(DenseBatch batch, List<Scene> order, SceneAugmenter augmenter, int epoch, int step) {
        for (int row = 0; row < batch.rows; row++) {
            Scene scene = order.get((step * batch.rows + row) % order.size());
            batch.draw(row, scene, augmenter, Randoms.at(settings.seed(), epoch, step, row));
        }
        trunk.ifPresent(layers -> layers.run(batch.pictures, batch.rows, batch.inputs));
    }

    private Slopes run(DenseBatch batch, float[] weights, long seed) {
        for (int i = 0; i < inputs.size(); i++) {
            Floats.copy(batch.inputs.get(i), inputs.get(i));
        }
        Floats.copy(batch.labels, labels.get(0));
        Floats.copy(batch.presence, labels.get(1));
        float[] gradient = runner.gradient(weights, seed, inputs, labels);
        Map<String, Double> losses = new LinkedHashMap<>();
        for (RowLoss loss : network.losses()) {
            losses.put(loss.name(), loss.mean());
        }
        return new Slopes(gradient, losses);
    }

    @Override
    public double measure(float[] weights) {
        Floats.copy(weights, whole.params());
        try (DenseModel model = DenseModel.open(whole, shape)) {
            return new PixelOverlap(settings.scale(), shape).meanIou(model, scenes.checking());
        }
    }

    @Override
    public void close() {
        inputs.forEach(INDArray::close);
        labels.forEach(INDArray::close);
        trunk.ifPresent(Trunk::close);
    }
}
