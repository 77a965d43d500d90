package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.data.Scene;
import io.buyme.train.data.Scenes;
import io.buyme.train.dense.DenseCourse;
import io.buyme.train.dense.DenseModel;
import io.buyme.train.dense.DenseObjectives;
import io.buyme.train.dense.DenseSettings;
import io.buyme.train.dense.DenseShape;
import io.buyme.train.loop.RunSettings;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Schedule.Stage;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.OnnxWeights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Trains small detectors in as many steps each, however many photos there are, to compare what photos are worth. The
 * weights of the last step count: nothing is chosen by the photos that it is measured with.
 *
 * @param weights ONNX model of MobileNetV2, which stays as it is: the pyramid and the heads on it are trained
 * @param width of pictures, in pixels, a multiple of 32; they are twice as high
 * @param steps of eight pictures
 * @param threads that may compute
 */
public record DetectorTrial(Path weights, int width, int steps, int threads) {

    private static final int BATCH = 8;
    private static final int HEIGHT_PER_WIDTH = 2;
    private static final double AVERAGING = 0.97;
    /** The last vertex of the backbone. */
    private static final String FROM = "expanded_conv_16.project";

    /** Checks the ranges. */
    public DetectorTrial {
        requireNonNull(weights, "weights");
        if (width < 1 || width % 32 != 0 || steps < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "width must be a multiple of 32, steps and threads at least 1; got %d, %d, %d"
                            .formatted(width, steps, threads));
        }
    }

    /**
     * Trains a detector, in the calling thread.
     *
     * @param scenes to learn from, and to measure with
     * @param seed of all random numbers
     * @param folder gets {@code detector.onnx}, and checkpoints; there must be none yet
     * @param log receives lines for people
     * @return IoU by category of the cells in the photos to measure with, 0 to 1
     * @throws BuyMeException if the weights cannot be read or the model cannot be written
     */
    public Map<String, Double> run(Scenes scenes, long seed, Path folder, Consumer<String> log) {
        Engine.start(threads);
        DenseCourse course = new DenseCourse(settings(seed), inOneEpoch(scenes));
        ComputationGraph network = course.create(width);
        train(course, seed, RunFolder.open(folder, false), log).into(network);
        Path file = folder.resolve("detector.onnx");
        DenseShape shape = course.shape(width);
        DenseModel.write(network, shape, WeightsDigest.of(network), DetectorTraining.THRESHOLD, false, file);
        try (DenseModel model = DenseModel.open(file, shape, threads)) {
            return model.overlap(scenes.checking(), PixelScale.MOBILE_NET);
        }
    }

    private TrainingResult train(DenseCourse course, long seed, RunFolder folder, Consumer<String> log) {
        Schedule schedule = Schedule.standard(1, List.of(new Stage(1, width, FROM)), AVERAGING);
        RunSettings run =
                new RunSettings(schedule, seed, Optional.empty(), Duration.ofDays(1), folder.checkpoints(), toString());
        return new Trainer(run, course, log, () -> false).run(() -> {
            ComputationGraph network = course.create(width);
            OnnxWeights.read(weights).into(network, course.backbone());
            return network;
        });
    }

    /** Every photo as often as every other, give or take one. An epoch of a few photos would end before it has begun. */
    private Scenes inOneEpoch(Scenes scenes) {
        List<Scene> photos = scenes.training();
        List<Scene> deck = IntStream.range(0, steps * BATCH)
                .mapToObj(i -> photos.get(i % photos.size()))
                .toList();
        return new Scenes(scenes.classes(), deck, scenes.checking(), scenes.skipped());
    }

    private static DenseSettings settings(long seed) {
        return new DenseSettings(
                DenseObjectives.standard(),
                BATCH,
                SceneAugmentation.standard(),
                PixelScale.MOBILE_NET,
                HEIGHT_PER_WIDTH,
                seed);
    }
}
