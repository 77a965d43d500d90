package io.buyme.train.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.detect.cam.ActivationMaps;
import io.buyme.train.RecipeJson;
import io.buyme.train.RunFolder;
import io.buyme.train.StopSignal;
import io.buyme.train.TagScore;
import io.buyme.train.data.BoxedPhotos;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.RunSettings;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxWeights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains activation maps from pictures to a model file for the detector {@code cam}. */
public final class CamTraining {

    private static final Duration SAVE_EVERY = Duration.ofMinutes(5);

    private final CamRequest request;
    private final Consumer<String> log;
    private final RunFolder folder;

    private CamTraining(CamRequest request, Consumer<String> log) {
        this.request = request;
        this.log = log;
        this.folder = RunFolder.open(request.out(), request.resume());
    }

    /**
     * Trains, in the calling thread, and writes {@code cam.onnx}, {@code recipe.json}, {@code metrics.json} and the
     * learning curve. If the JVM is told to end meanwhile, the run is saved first, to be resumed.
     *
     * @param log receives lines for people, one at a time
     * @throws BuyMeException if data or weights cannot be read, training cannot go on, or the model cannot be written
     */
    public static TrainingResult run(CamRequest request, Consumer<String> log) {
        requireNonNull(request, "request");
        requireNonNull(log, "log");
        try (StopSignal stop = StopSignal.onShutdown()) {
            return new CamTraining(request, log).run(stop);
        }
    }

    private TrainingResult run(StopSignal stop) {
        log.accept(Engine.start(request.threads()).describe());
        CamData data = CamData.read(request, log);
        CamRecipe recipe = request.recipe();
        TagVocabulary vocabulary = data.categories().vocabulary();
        CamNetwork network = new CamNetwork(vocabulary.size(), recipe.sharpness(), recipe.seed());
        CamCourse course = new CamCourse(network, vocabulary, data, recipe);
        folder.write("recipe.json", RecipeJson.toBytes(recipe));
        RunSettings settings = new RunSettings(
                recipe.schedule(), recipe.seed(), request.budget(), SAVE_EVERY, folder.checkpoints(), RecipeJson.toText(recipe));
        TrainingResult result =
                new Trainer(settings, course, log, stop::requested).run(() -> start(network));
        folder.writeCurve(result);
        if (result.stopped()) {
            log.accept("stopped; resume to go on");
        } else {
            export(result, network, course, data);
        }
        return result;
    }

    private ComputationGraph start(CamNetwork network) {
        ComputationGraph graph = network.create(request.recipe().size());
        request.weights().ifPresent(file -> {
            OnnxWeights.read(file).into(graph, network.backbone().layers());
            log.accept("started from the weights of " + file.getFileName());
        });
        return graph;
    }

    private void export(TrainingResult result, CamNetwork network, CamCourse course, CamData data) {
        int size = request.recipe().size();
        ComputationGraph graph = network.create(size);
        result.into(graph);
        List<TagScore> scores = course.measure().scores(graph, data.checked(), size);
        Path file = folder.file("cam.onnx");
        CamModel model = new CamModel(network);
        model.write(graph, size, scores, List.of(), request.halfWeights(), file);
        List<HeatTuning.Tuned> heat = tune(file);
        ExportReport report = model.write(graph, size, scores, heat, request.halfWeights(), file);
        CamMetrics metrics = new CamMetrics(
                CamMeasure.meanPrecision(scores),
                result.epoch().orElse(0),
                result.seconds(),
                data.photos().size(),
                data.products().size(),
                data.skipped(),
                report.storedDifference(),
                scores,
                heat);
        folder.write("metrics.json", RecipeJson.toBytes(metrics));
        log.accept("wrote %s (%d bytes): mean average precision of categories %.4f"
                .formatted(file, report.bytes(), metrics.tagPrecision()));
    }

    private List<HeatTuning.Tuned> tune(Path file) {
        try (ActivationMaps maps = ActivationMaps.open(file, request.threads())) {
            List<HeatTuning.Tuned> heat =
                    HeatTuning.run(maps, request.poses(), BoxedPhotos.training(request.photos()));
            heat.forEach(tuned -> log.accept(tuned.toString()));
            return heat;
        }
    }
}
