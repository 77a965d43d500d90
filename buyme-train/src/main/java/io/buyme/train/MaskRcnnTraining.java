package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.Scene;
import io.buyme.train.data.SceneReader;
import io.buyme.train.data.Scenes;
import io.buyme.train.net.Engine;
import io.buyme.train.net.FeaturePyramid;
import io.buyme.train.onnx.DetectorMetadata;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxWeights;
import io.buyme.train.rcnn.DetectorShape;
import io.buyme.train.rcnn.HeadwiseTraining;
import io.buyme.train.rcnn.MaskRcnn;
import io.buyme.train.rcnn.ScenePictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains a Mask R-CNN on the pyramid of a dense detector, from annotated photos to a model file. */
public final class MaskRcnnTraining {

    /** Low, as it is easier for people to see that a find is wrong than that one is missing. */
    private static final double THRESHOLD = 0.15;

    private final MaskRcnnRequest request;
    private final Consumer<String> log;
    private final TrainingRun run;

    private MaskRcnnTraining(MaskRcnnRequest request, Consumer<String> log, TrainingRun run) {
        this.request = request;
        this.log = log;
        this.run = run;
    }

    /**
     * Trains, in the calling thread, and writes {@code detector.onnx}. If the JVM is told to end meanwhile, the run is
     * saved first, to be resumed.
     *
     * @param log receives lines for people, one at a time
     * @return whether it came to its end
     * @throws BuyMeException if data or weights cannot be read, training cannot go on, or the model cannot be written
     */
    public static boolean run(MaskRcnnRequest request, Consumer<String> log) {
        requireNonNull(request, "request");
        requireNonNull(log, "log");
        return TrainingRun.with(request.run(), log, run -> new MaskRcnnTraining(request, log, run).run());
    }

    private boolean run() {
        log.accept(Engine.start(request.run().threads()).describe());
        Scenes scenes = SceneReader.read(request.coco(), request.images());
        List<String> categories = scenes.classes().categories();
        log.accept("read %d photos to learn from, %d to check with; categories %s"
                .formatted(scenes.training().size(), scenes.checking().size(), categories));
        scenes.skipped().forEach(line -> log.accept("skipped " + line));
        MaskRcnnRecipe recipe = request.recipe();
        run.folder().write("recipe.json", RecipeJson.toBytes(recipe));
        DetectorShape shape = DetectorShape.person(recipe.width(), categories.size());
        ComputationGraph pyramid = pyramid(shape);
        ScenePictures checking = pictures(scenes.checking(), shape);
        HeadwiseTraining training = new HeadwiseTraining(
                recipe.heads(),
                shape,
                pyramid,
                pictures(scenes.training(), shape),
                checking,
                run.folder().checkpoints(),
                request.run().budget(),
                log,
                run::isOver);
        Optional<MaskRcnn> trained = training.run();
        trained.ifPresentOrElse(
                detector -> write(detector, shape, WeightsDigest.of(pyramid), categories, checking),
                () -> log.accept("stopped; resume to go on"));
        return trained.isPresent();
    }

    private ScenePictures pictures(List<Scene> scenes, DetectorShape shape) {
        return new ScenePictures(scenes, request.recipe().augmentation(), PixelScale.MOBILE_NET, shape);
    }

    /** Builds backbone and pyramid with the weights of a dense detector's model file. */
    private ComputationGraph pyramid(DetectorShape shape) {
        Path file = request.run()
                .weights()
                .orElseThrow(() -> new BuyMeException(
                        "a Mask R-CNN stands on the features of a trained detector: want its model file as weights"));
        OnnxWeights weights = OnnxWeights.read(file);
        if (!weights.has(FeaturePyramid.P2)) {
            throw new BuyMeException(
                    "want the model file of a dense detector as weights, '%s' has no feature pyramid".formatted(file));
        }
        ComputationGraph pyramid = FeaturePyramid.create(shape.width(), shape.height());
        OnnxWeights.Transfer transfer = weights.into(pyramid);
        if (!transfer.kept().isEmpty()) {
            throw new BuyMeException("'%s' has no weights for %s".formatted(file, transfer.kept()));
        }
        return pyramid;
    }

    private void write(
            MaskRcnn detector, DetectorShape shape, String version, List<String> categories, ScenePictures checking) {
        Map<String, String> metadata =
                DetectorMetadata.ofPersons(version, categories, shape.width(), shape.height(), THRESHOLD);
        // A pair of shoes is annotated as one, so its box is around both.
        metadata.put("buyme.merge", "none");
        detector.curves().forEach((head, points) -> run.folder().writeCurve("curve-" + head, points));
        Path file = run.folder().file("detector.onnx");
        ExportReport report =
                detector.write(file, checking, metadata, request.run().halfWeights());
        MaskRcnnMetrics metrics =
                new MaskRcnnMetrics(detector.measures(), report.translationDifference(), report.storedDifference());
        run.folder().write("metrics.json", RecipeJson.toBytes(metrics));
        log.accept("wrote %s (%d bytes): %s".formatted(file, report.bytes(), metrics.measures()));
    }
}
