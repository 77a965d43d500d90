package io.buyme.train.cam;

import io.buyme.train.augment.Augmenter;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.BatchStream;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.Floats;
import io.buyme.train.loop.GradientRunner;
import io.buyme.train.loop.GraphTail;
import io.buyme.train.loop.Randoms;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Slopes;
import io.buyme.train.loop.Slot;
import io.buyme.train.loop.Trunk;
import io.buyme.train.objective.PooledTagLoss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One stage: layers that stay as they are, computed by ONNX Runtime, and those behind them in training. */
final class CamLesson implements Course.Lesson {

    private final CamNetwork network;
    private final TagVocabulary vocabulary;
    private final CamCourse course;
    private final int size;
    private final ComputationGraph whole;
    private final ComputationGraph trained;
    private final GradientRunner runner;
    private final Optional<Trunk> trunk;
    private final INDArray inputs;
    private final INDArray labels;
    private final Augmenter augmenter;

    CamLesson(CamNetwork network, TagVocabulary vocabulary, CamCourse course, Schedule.Stage stage, float[] weights) {
        this.network = network;
        this.vocabulary = vocabulary;
        this.course = course;
        this.size = stage.size();
        this.whole = network.create(size);
        InputType type = CamNetwork.inputType(size);
        if (stage.from().isEmpty()) {
            this.trained = whole;
            this.trunk = Optional.empty();
        } else {
            GraphTail tail = new GraphTail(network.graph(size), type, List.of(stage.from()));
            type = tail.inputTypes().get(0);
            this.trained = tail(tail, type);
            Floats.copy(weights, whole.params());
            this.trunk = Optional.of(Trunk.of(whole, CamNetwork.inputType(size), List.of(stage.from())));
        }
        this.runner = new GradientRunner(trained, Slot.of(whole));
        long[] shape = type.getShape();
        int cells = CamNetwork.mapSize(size);
        this.inputs = Nd4j.create(DataType.FLOAT, course.pictures(), shape[0], shape[1], shape[2]);
        this.labels = Nd4j.create(DataType.FLOAT, course.pictures(), vocabulary.size(), cells, cells);
        this.augmenter = new Augmenter(course.settings().augmentation(), PixelScale.MOBILE_NET, size);
    }

    private ComputationGraph tail(GraphTail tail, InputType type) {
        GraphBuilder graph = network.builder().addInputs(tail.cuts().get(0)).setInputTypes(type);
        tail.addTo(graph);
        return CamNetwork.initialized(graph.setOutputs(tail.outputs().toArray(String[]::new)));
    }

    @Override
    public List<Slot> slots() {
        return runner.slots();
    }

    @Override
    public Course.Steps steps(int epoch, int firstStep) {
        List<List<Sample>> plan = course.plan(epoch);
        return new BatchStream<>(
                firstStep,
                plan.size(),
                this::batch,
                (batch, step) -> fill(batch, plan.get(step), epoch, step),
                this::run);
    }

    private Slopes run(CamBatch batch, float[] weights, long seed) {
        Floats.copy(batch.inputs, inputs);
        Floats.copy(batch.labels, labels);
        float[] gradient = runner.gradient(weights, seed, List.of(inputs), List.of(labels));
        return new Slopes(gradient, Map.of("tags", loss()));
    }

    private double loss() {
        CnnLossLayer layer =
                (CnnLossLayer) trained.getLayer(CamNetwork.TAGS).conf().getLayer();
        return ((PooledTagLoss) layer.getLossFn()).mean();
    }

    private CamBatch batch() {
        return new CamBatch(
                course.pictures(),
                augmenter.length(),
                Math.toIntExact(inputs.length()),
                vocabulary.size(),
                CamNetwork.mapSize(size) * CamNetwork.mapSize(size),
                trunk.isPresent());
    }

    private void fill(CamBatch batch, List<Sample> samples, int epoch, int step) {
        for (int i = 0; i < samples.size(); i++) {
            SplittableRandom random = Randoms.at(course.settings().seed(), epoch, step, i);
            View view = View.draw(samples.get(i), course.settings().parts(), random);
            augmenter.draw(
                    view.picture(), view.picture(), Optional.empty(), random, batch.pictures, i * augmenter.length());
            batch.label(i, view.known(vocabulary));
        }
        trunk.ifPresent(layers -> layers.run(batch.pictures, samples.size(), List.of(batch.inputs)));
    }

    @Override
    public double measure(float[] weights) {
        Floats.copy(weights, whole.params());
        return course.measure(whole, size);
    }

    @Override
    public void close() {
        inputs.close();
        labels.close();
        trunk.ifPresent(Trunk::close);
    }
}
