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
import io.buyme.train.dense.TaggedScenes;
import io.buyme.train.dense.Teacher;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ExportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains a detector of articles from annotated photos to a model file. */
public final class DetectorTraining {

    /** Low, as it is easier for people to see that a find is wrong than that one is missing. */
    static final double THRESHOLD = 0.3;

    private final DetectorRequest request;
    private final Consumer<String> log;
    private final TrainingRun run;

    private DetectorTraining(DetectorRequest request, Consumer<String> log, TrainingRun run) {
        this.request = request;
        this.log = log;
        this.run = run;
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
        return TrainingRun.with(request.run(), log, run -> new DetectorTraining(request, log, run).run());
    }

    private TrainingResult run() {
        log.accept(Engine.start(request.run().threads()).describe());
        Scenes scenes = scenes();
        log.accept("read %d photos to learn from, %d to check with; classes %s"
                .formatted(
                        scenes.training().size(),
                        scenes.checking().size(),
                        scenes.classes().names()));
        scenes.skipped().forEach(line -> log.accept("skipped " + line));
        DetectorRecipe recipe = request.recipe();
        DenseCourse course = new DenseCourse(denseSettings(), scenes);
        TrainingResult result =
                run.train(recipe, recipe.schedule(), recipe.seed(), course, () -> course.create(width()));
        if (!result.stopped()) {
            export(result, course, scenes);
        }
        return result;
    }

    private Scenes scenes() {
        Scenes annotated = SceneReader.read(request.coco(), request.images());
        return request.teacher().map(file -> taught(annotated, file)).orElse(annotated);
    }

    private Scenes taught(Scenes annotated, Path file) {
        Path folder = Objects.requireNonNullElse(request.coco().toAbsolutePath().getParent(), Path.of(""));
        try (Teacher teacher =
                Teacher.open(file, annotated.classes(), request.run().threads())) {
            TaggedScenes tagged = TaggedScenes.read(folder, teacher);
            log.accept("%d photos of which only tags were known are labeled by %s"
                    .formatted(tagged.scenes().size(), file.getFileName()));
            return annotated.with(tagged.scenes(), tagged.skipped());
        }
    }

    private void export(TrainingResult result, DenseCourse course, Scenes scenes) {
        DenseShape shape = course.shape(width());
        ComputationGraph network = course.create(width());
        result.into(network);
        Path file = run.folder().file("detector.onnx");
        String version = WeightsDigest.of(network);
        ExportReport report = DenseModel.write(
                network, shape, version, THRESHOLD, request.run().halfWeights(), file);
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
        run.folder().write("metrics.json", RecipeJson.toBytes(metrics));
        log.accept("wrote %s (%d bytes): mean IoU %.4f".formatted(file, report.bytes(), metrics.meanIou()));
    }

    private List<TagScore> presence(Path file, DenseShape shape, List<Scene> scenes) {
        List<float[]> logits;
        try (DenseModel model = DenseModel.open(file, shape, request.run().threads())) {
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
}
