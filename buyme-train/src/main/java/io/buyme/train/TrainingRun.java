package io.buyme.train;

import io.buyme.api.BuyMeException;
import io.buyme.train.loop.Course;
import io.buyme.train.loop.RunSettings;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.onnx.OnnxWeights;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** What is the same in every run: its folder, where it starts, and that it is saved when the JVM is told to end. */
final class TrainingRun {

    private static final Duration SAVE_EVERY = Duration.ofMinutes(5);

    private final RunOptions options;
    private final Consumer<String> log;
    private final RunFolder folder;
    private final StopSignal stop;

    private TrainingRun(RunOptions options, Consumer<String> log, StopSignal stop) {
        this.options = options;
        this.log = log;
        this.folder = RunFolder.open(options.out(), options.resume());
        this.stop = stop;
    }

    /**
     * Runs something that trains, in the calling thread.
     *
     * @throws BuyMeException if there are checkpoints in the folder that are not to be resumed
     */
    static <T> T with(RunOptions options, Consumer<String> log, Function<? super TrainingRun, T> training) {
        try (StopSignal stop = StopSignal.onShutdown()) {
            return training.apply(new TrainingRun(options, log, stop));
        }
    }

    /** Tells whether the JVM is about to end, so that the run has to be saved. */
    boolean isOver() {
        return stop.requested();
    }

    /** Returns where results go. */
    RunFolder folder() {
        return folder;
    }

    /**
     * Trains, and writes recipe and learning curve.
     *
     * @param recipe with which checkpoints can be told from those of other runs
     * @param network makes one with random weights
     */
    TrainingResult train(
            Record recipe, Schedule schedule, long seed, Course course, Supplier<ComputationGraph> network) {
        folder.write("recipe.json", RecipeJson.toBytes(recipe));
        RunSettings settings = new RunSettings(
                schedule, seed, options.budget(), SAVE_EVERY, folder.checkpoints(), RecipeJson.toText(recipe));
        Trainer trainer = new Trainer(settings, course, log, this::isOver);
        TrainingResult result = trainer.run(() -> start(network.get(), course));
        folder.writeCurve("curve", result.curve());
        if (result.stopped()) {
            log.accept("stopped; resume to go on");
        }
        return result;
    }

    private ComputationGraph start(ComputationGraph network, Course course) {
        options.weights().ifPresent(file -> {
            OnnxWeights.read(file).into(network, course.backbone());
            log.accept("started from the weights of " + file.getFileName());
        });
        return network;
    }
}
