package io.buyme.train.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.train.loop.Course;
import io.buyme.train.loop.Schedule;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains a network that finds joints. */
public final class PoseCourse implements Course {

    private final PoseSettings settings;
    private final People people;
    private final Consumer<String> log;
    private final PoseNetwork network;

    /**
     * Creates a course.
     *
     * @param log receives lines for people
     */
    public PoseCourse(PoseSettings settings, People people, Consumer<String> log) {
        this.settings = requireNonNull(settings, "settings");
        this.people = requireNonNull(people, "people");
        this.log = requireNonNull(log, "log");
        this.network = new PoseNetwork(settings.layers(), settings.seed());
    }

    /** Returns a network with random weights for pictures of a width; they are a third higher than wide. */
    public ComputationGraph create(int width) {
        return network.create(new PoseShape(width));
    }

    /** Returns how well a network for pictures of a width finds joints of the people to check with. */
    public PoseScore score(ComputationGraph trained, int width) {
        return new PoseMeasure(people.checking(), new PoseShape(width)).of(trained);
    }

    /** Returns what it would be worth to say of each of them that joints are where they are on average. */
    public PoseScore guess(int width) {
        PoseShape shape = new PoseShape(width);
        return new PoseMeasure(people.checking(), shape).ofGuess(MeanPose.of(people.training(), shape));
    }

    @Override
    public int steps() {
        return Math.max(1, people.training().size() / settings.batch());
    }

    @Override
    public int pictures() {
        return settings.batch();
    }

    @Override
    public List<String> backbone() {
        return List.of();
    }

    @Override
    public Lesson open(Schedule.Stage stage, float[] weights) {
        PoseShape shape = new PoseShape(stage.size());
        return new PoseLesson(this, shape, network.create(shape));
    }

    PoseSettings settings() {
        return settings;
    }

    People people() {
        return people;
    }

    double measure(ComputationGraph trained, PoseShape shape) {
        PoseScore score = new PoseMeasure(people.checking(), shape).of(trained);
        log.accept(score.describe());
        return score.mean();
    }
}
