package io.buyme.train.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.train.data.Sample;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains a network of activation maps on whole pictures and their categories. */
public final class CamCourse implements Course {

    private static final int PHOTOS = 0;
    private static final int PRODUCTS = 1;

    private final CamSettings settings;
    private final CamPictures pictures;
    private final CamNetwork network;
    private final ToDoubleFunction<List<float[]>> measure;

    /**
     * Creates a course.
     *
     * @param measure says how good the logits of the pictures to check with are
     */
    public CamCourse(CamSettings settings, CamPictures pictures, ToDoubleFunction<List<float[]>> measure) {
        this.settings = requireNonNull(settings, "settings");
        this.pictures = requireNonNull(pictures, "pictures");
        this.measure = requireNonNull(measure, "measure");
        this.network = new CamNetwork(pictures.vocabulary().size(), settings.sharpness(), settings.seed());
    }

    /** Returns a network with random weights for pictures of a size. */
    public ComputationGraph create(int size) {
        return network.create(size);
    }

    /** Returns the logits that a network gives to each of the pictures to check with. */
    public List<float[]> logits(ComputationGraph trained, int size) {
        return new TagLogits(network, size).of(trained, pictures.checked());
    }

    /** Returns how it trains. */
    public CamSettings settings() {
        return settings;
    }

    /** An epoch shows every photo once, and as many product pictures as go with them. */
    @Override
    public int steps() {
        return Math.max(1, pictures.photos().size() / photosPerStep());
    }

    @Override
    public int pictures() {
        return settings.batch();
    }

    @Override
    public List<String> backbone() {
        return network.backbone().layers();
    }

    @Override
    public Lesson open(Schedule.Stage stage, float[] weights) {
        return new CamLesson(network, pictures.vocabulary(), this, stage, weights);
    }

    double measure(ComputationGraph trained, int size) {
        return measure.applyAsDouble(logits(trained, size));
    }

    /** Returns the samples of each step of an epoch: photos first, then product pictures. */
    List<List<Sample>> plan(int epoch) {
        Rounds photos = new Rounds(pictures.photos(), settings.seed(), epoch, PHOTOS);
        Rounds products = new Rounds(pictures.products(), settings.seed(), epoch, PRODUCTS);
        List<List<Sample>> plan = new ArrayList<>();
        for (int step = 0; step < steps(); step++) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < settings.batch(); i++) {
                samples.add((i < photosPerStep() ? photos : products).next());
            }
            plan.add(List.copyOf(samples));
        }
        return List.copyOf(plan);
    }

    private int photosPerStep() {
        return settings.photosPerStep(pictures.products().isEmpty());
    }
}
