package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.pose.People;
import io.buyme.train.pose.PoseCourse;
import io.buyme.train.pose.PoseModel;
import io.buyme.train.pose.PoseScore;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains a small network that finds joints from photos and a teacher's word to a model file. */
public final class PoseTraining {

    private final PoseRequest request;
    private final Consumer<String> log;
    private final TrainingRun run;

    private PoseTraining(PoseRequest request, Consumer<String> log, TrainingRun run) {
        this.request = request;
        this.log = log;
        this.run = run;
    }

    /**
     * Trains, in the calling thread. If the JVM is told to end meanwhile, the run is saved first, to be resumed.
     *
     * @param log receives lines for people, one at a time
     * @throws BuyMeException if photos or weights cannot be read, training cannot go on, or the model cannot be written
     */
    public static TrainingResult run(PoseRequest request, Consumer<String> log) {
        requireNonNull(request, "request");
        requireNonNull(log, "log");
        return TrainingRun.with(request.run(), log, run -> new PoseTraining(request, log, run).run());
    }

    private TrainingResult run() {
        log.accept(Engine.start(request.run().threads()).describe());
        PoseRecipe recipe = request.recipe();
        People people =
                People.read(request.photos(), request.teacher(), run.folder().file("teacher.json"), log);
        log.accept("%d people to learn from, %d to check with"
                .formatted(people.training().size(), people.checking().size()));
        if (people.training().isEmpty() || people.checking().isEmpty()) {
            throw new BuyMeException("the teacher saw too few people in the photos: %d to learn from, %d to check with"
                    .formatted(people.training().size(), people.checking().size()));
        }
        PoseCourse course = new PoseCourse(recipe.settings(), people, log);
        int width = recipe.schedule().largestSize();
        TrainingResult result = run.train(recipe, recipe.schedule(), recipe.seed(), course, () -> course.create(width));
        if (!result.stopped()) {
            export(result, course, people, width);
        }
        return result;
    }

    private void export(TrainingResult result, PoseCourse course, People people, int width) {
        ComputationGraph network = course.create(width);
        result.into(network);
        Path file = run.folder().file("pose.onnx");
        ExportReport report = PoseModel.write(
                network, width, WeightsDigest.of(network), request.run().halfWeights(), file);
        PoseScore score = course.score(network, width);
        PoseScore guess = course.guess(width);
        PoseMetrics metrics = new PoseMetrics(
                score,
                guess,
                result.epoch().orElse(0),
                result.seconds(),
                people.training().size(),
                people.checking().size(),
                report.storedDifference());
        run.folder().write("metrics.json", RecipeJson.toBytes(metrics));
        log.accept("wrote %s (%d bytes): %s".formatted(file, report.bytes(), score.describe()));
        log.accept("the mean pose for everybody would get " + guess.describe());
    }
}
