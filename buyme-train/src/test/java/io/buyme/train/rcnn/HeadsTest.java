package io.buyme.train.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.train.loop.Course.Lesson;
import io.buyme.train.loop.Course.Steps;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Slopes;
import io.buyme.train.net.Engine;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HeadsTest {

    private static final DetectorShape SHAPE = TinyDetector.SHAPE;
    private static final float STEP = 5e-3f;

    @BeforeAll
    static void start() {
        Engine.start(1);
    }

    @Test
    void theProposalNetworkIsTrainedAlongTheSlopeOfItsLoss() {
        DetectorGraph graph = graph(Map.of());
        try (FeatureExtractor extractor = new FeatureExtractor(SHAPE, graph.pyramidModel())) {
            checkSlopes(
                    Heads.proposals(SHAPE, 1),
                    new ProposalTask(SHAPE, TinyDetector.LIMITS, extractor, TinyDetector.rectangles(1, 0)));
        }
    }

    @Test
    void boxAndMaskHeadAreTrainedAlongTheSlopesOfTheirLosses() {
        DetectorGraph graph = graph(Map.of(HeadKind.PROPOSALS, Heads.proposals(SHAPE, 1)));
        try (FeatureExtractor extractor = new FeatureExtractor(SHAPE, graph.proposalModel())) {
            PictureSupply pictures = TinyDetector.rectangles(1, 0);
            checkSlopes(Heads.boxes(SHAPE, 0, 2), new BoxTask(SHAPE, TinyDetector.LIMITS, extractor, pictures));
            checkSlopes(Heads.masks(SHAPE, 3), new MaskTask(SHAPE, extractor, pictures));
        }
    }

    private static DetectorGraph graph(Map<HeadKind, Head> heads) {
        return new DetectorGraph(
                SHAPE, TinyDetector.LIMITS, new DetectorNetworks(TinyDetector.pyramid(), heads), false);
    }

    /** Moves the weights a little along the gradient: the loss must change by its length. */
    private static void checkSlopes(Head head, HeadTask task) {
        HeadCourse course = new HeadCourse(head, task, TinyDetector.rectangles(2, 0), 2, 5);
        Random random = new Random(4);
        float[] weights = head.graph().params().dup('c').data().asFloat();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += (float) (0.05 * random.nextGaussian());
        }
        try (Lesson lesson = course.open(new Schedule.Stage(1, 1, ""), weights)) {
            float[] gradient = slopes(lesson, weights).gradient().clone();
            double length = 0;
            for (float slope : gradient) {
                length += (double) slope * slope;
            }
            length = Math.sqrt(length);
            double before = loss(lesson, moved(weights, gradient, -STEP / length));
            double after = loss(lesson, moved(weights, gradient, STEP / length));

            // The trainer divides by the number of pictures.
            assertThat((after - before) / (2 * STEP)).isCloseTo(length / course.pictures(), within(0.03 * length));
        }
    }

    private static float[] moved(float[] weights, float[] gradient, double by) {
        float[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (by * gradient[i]);
        }
        return moved;
    }

    private static double loss(Lesson lesson, float[] weights) {
        return slopes(lesson, weights).losses().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Slopes slopes(Lesson lesson, float[] weights) {
        try (Steps steps = lesson.steps(0, 0)) {
            return steps.next(weights, 1);
        }
    }
}
