package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Scene;
import io.buyme.train.data.SceneReader;
import io.buyme.train.data.Scenes;
import io.buyme.train.dense.DenseCourse;
import io.buyme.train.dense.DenseModel;
import io.buyme.train.dense.DenseSettings;
import io.buyme.train.dense.DenseShape;
import io.buyme.train.loop.RunSettings;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxWeights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains a detector of articles from annotated photos to a model file. */
public final class DetectorTraining {

    private static final Duration SAVE_EVERY = Duration.ofMinutes(5);

    /** Low, as it is easier for people to see that a find is wrong than that one is missing. */
    private static final double THRESHOLD = 0.3;

    private final DetectorRequest request;
    private final Consumer<String> log;
    private final RunFolder folder;

    private DetectorTraining(DetectorRequest request, Consumer<String> log) {
        this.request = request;
        this.log = log;
        this.folder = RunFolder.open(request.out(), request.resume());
    }

    /**
     * Trains, in the calling thread. If the JVM is told to end meanwhile, the run is saved first, to be resumed.
     *
     * @param log receives lines for people, one at a time
     * @throws BuyMeException if data or weights cannot be read, training cannot go on, or the model cannot be written
     */
    public static TrainingResult run(DetectorRequest request, Consumer<String> log) {
        requireNonNull(request, "request");
        requireNonNull(log, "log");
        try (StopSignal stop = StopSignal.onShutdown()) {
            return new DetectorTraining(request, log).run(stop);
        }
    }

    private TrainingResult run(StopSignal stop) {
        log.accept(Engine.start(request.threads()).describe());
        Scenes scenes = SceneReader.read(request.coco(), request.images());
        log.accept("read %d photos to learn from, %d to check with; classes %s"
                .formatted(
                        scenes.training().size(),
                        scenes.checking().size(),
                        scenes.classes().names()));
        scenes.skipped().forEach(line -> log.accept("skipped " + line));
        folder.write("recipe.json", RecipeJson.toBytes(request.recipe()));
        DenseCourse course = new DenseCourse(denseSettings(), scenes);
        Trainer trainer = new Trainer(runSettings(), course, log, stop::requested);
        TrainingResult result = trainer.run(() -> start(course));
        folder.writeCurve(result);
        if (result.stopped()) {
            log.accept("stopped; resume to go on");
        } else {
            export(result, course, scenes);
        }
        return result;
    }

    private ComputationGraph start(DenseCourse course) {
        ComputationGraph network = course.create(width());
        request.weights().ifPresent(file -> {
            OnnxWeights.read(file).into(network, course.backbone());
            log.accept("started from the weights of " + file.getFileName());
        });
        return network;
    }

    private void export(TrainingResult result, DenseCourse course, Scenes scenes) {
        DenseShape shape = course.shape(width());
        ComputationGraph network = course.create(width());
        result.into(network);
        Path file = folder.file("detector.onnx");
        String version = WeightsDigest.of(network);
        ExportReport report = DenseModel.write(network, shape, version, THRESHOLD, request.halfWeights(), file);
        List<TagScore> presence = presence(file, shape, scenes.checking());
        DetectorMetrics metrics = new DetectorMetrics(
                result.measure().orElse(0.0),
                result.epoch().orElse(0),
                result.seconds(),
                scenes.training().size(),
                scenes.checking().size(),
                scenes.skipped(),
                report.storedDifference(),
                presence);
        folder.write("metrics.json", RecipeJson.toBytes(metrics));
        log.accept("wrote %s (%d bytes): mean IoU %.4f".formatted(file, report.bytes(), metrics.meanIou()));
    }

    private List<TagScore> presence(Path file, DenseShape shape, List<Scene> scenes) {
        List<float[]> logits;
        try (DenseModel model = DenseModel.open(file, shape, request.threads())) {
            logits = model.presence(scenes, PixelScale.MOBILE_NET);
        }
        List<TagScore> scores = new ArrayList<>();
        List<String> categories = shape.classes().categories();
        for (int i = 0; i < categories.size(); i++) {
            List<PlattScaling.Seen> seen = new ArrayList<>();
            for (int k = 0; k < scenes.size(); k++) {
                int category = i;
                boolean present = scenes.get(k).things().stream().anyMatch(thing -> thing.category() == category);
                seen.add(new PlattScaling.Seen(logits.get(k)[i], present));
            }
            scores.add(TagScore.of("category", categories.get(i), seen));
        }
        return scores;
    }

    private int width() {
        return request.recipe().schedule().largestSize();
    }

    private DenseSettings denseSettings() {
        DetectorRecipe recipe = request.recipe();
        return new DenseSettings(
                recipe.objectives(),
                recipe.batch(),
                recipe.augmentation(),
                PixelScale.MOBILE_NET,
                recipe.heightPerWidth(),
                recipe.seed());
    }

    private RunSettings runSettings() {
        DetectorRecipe recipe = request.recipe();
        return new RunSettings(
                recipe.schedule(),
                recipe.seed(),
                request.budget(),
                SAVE_EVERY,
                folder.checkpoints(),
                RecipeJson.toText(recipe));
    }
}
