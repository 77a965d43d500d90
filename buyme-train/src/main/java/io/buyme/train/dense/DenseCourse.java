package io.buyme.train.dense;

import static java.util.Objects.requireNonNull;

import io.buyme.train.data.Scenes;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.Schedule;
import io.buyme.train.net.FeaturePyramid;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains a dense network on annotated photos; the measure is the mean IoU of categories on photos not learned from. */
public final class DenseCourse implements Course {

    private final DenseSettings settings;
    private final Scenes scenes;
    private final List<Double> classWeights;

    /** Creates the course. */
    public DenseCourse(DenseSettings settings, Scenes scenes) {
        this.settings = requireNonNull(settings, "settings");
        this.scenes = requireNonNull(scenes, "scenes");
        this.classWeights = ClassBalance.weights(
                scenes.training(), scenes.classes(), settings.objectives().balance());
    }

    @Override
    public int steps() {
        return Math.max(1, scenes.training().size() / settings.batch());
    }

    @Override
    public int pictures() {
        return settings.batch();
    }

    @Override
    public List<String> backbone() {
        return FeaturePyramid.backbone();
    }

    /** Creates a network with random weights for pictures of a width in pixels; weights do not depend on it. */
    public ComputationGraph create(int width) {
        return network(shape(width)).create(settings.seed());
    }

    /** Returns what goes in and comes out at a width in pixels. */
    public DenseShape shape(int width) {
        return new DenseShape(scenes.classes(), width, width * settings.heightPerWidth());
    }

    @Override
    public Lesson open(Schedule.Stage stage, float[] weights) {
        DenseShape shape = shape(stage.size());
        return new DenseLesson(settings, scenes, shape, network(shape), stage.from(), weights);
    }

    private DenseNetwork network(DenseShape shape) {
        return new DenseNetwork(shape, settings.objectives(), classWeights);
    }
}
