package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.cam.CamCourse;
import io.buyme.train.cam.CamModel;
import io.buyme.train.cam.CamPictures;
import io.buyme.train.data.Sample;
import io.buyme.train.data.TagKnowledge.State;
import io.buyme.train.data.TagName;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.net.Engine;
import io.buyme.train.onnx.ExportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trains activation maps from pictures of which only the categories are known to a model file. */
public final class CamTraining {

    private final CamRequest request;
    private final Consumer<String> log;
    private final TrainingRun run;

    private CamTraining(CamRequest request, Consumer<String> log, TrainingRun run) {
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
    public static TrainingResult run(CamRequest request, Consumer<String> log) {
        requireNonNull(request, "request");
        requireNonNull(log, "log");
        return TrainingRun.with(request.run(), log, run -> new CamTraining(request, log, run).run());
    }

    private TrainingResult run() {
        log.accept(Engine.start(request.run().threads()).describe());
        CamRecipe recipe = request.recipe();
        CamData data = CamData.read(request, log);
        CamPictures pictures = data.pictures();
        CamCourse course =
                new CamCourse(recipe.settings(), pictures, logits -> TagScore.meanPrecision(scores(pictures, logits)));
        TrainingResult result =
                run.train(recipe, recipe.schedule(), recipe.seed(), course, () -> course.create(recipe.size()));
        if (!result.stopped()) {
            export(result, course, data);
        }
        return result;
    }

    private void export(TrainingResult result, CamCourse course, CamData data) {
        int size = request.recipe().size();
        ComputationGraph network = course.create(size);
        result.into(network);
        CamPictures pictures = data.pictures();
        List<TagScore> scores = scores(pictures, course.logits(network, size));
        List<String> labels = scores.stream()
                .map(score -> "%s\t%s\t%s".formatted(score.name(), score.a(), score.b()))
                .toList();
        Path file = run.folder().file("cam.onnx");
        ExportReport report = new CamModel(network, size, course.settings().sharpness())
                .write(WeightsDigest.of(network), labels, request.run().halfWeights(), file);
        CamMetrics metrics = new CamMetrics(
                TagScore.meanPrecision(scores),
                result.epoch().orElse(0),
                result.seconds(),
                pictures.photos().size(),
                pictures.products().size(),
                data.skipped(),
                report.storedDifference(),
                scores);
        run.folder().write("metrics.json", RecipeJson.toBytes(metrics));
        log.accept("wrote %s (%d bytes): mean average precision of categories %.4f"
                .formatted(file, report.bytes(), metrics.tagPrecision()));
    }

    /** Scores each category by the logits of the pictures to check with. */
    private static List<TagScore> scores(CamPictures pictures, List<float[]> logits) {
        List<TagScore> scores = new ArrayList<>();
        List<TagName> tags = pictures.vocabulary().tags();
        for (int i = 0; i < tags.size(); i++) {
            List<PlattScaling.Seen> seen = new ArrayList<>();
            for (int k = 0; k < logits.size(); k++) {
                Sample sample = pictures.checked().get(k);
                State state = sample.example().tags().state(tags.get(i));
                if (state != State.UNKNOWN) {
                    seen.add(new PlattScaling.Seen(logits.get(k)[i], state == State.PRESENT));
                }
            }
            scores.add(TagScore.of(tags.get(i).group(), tags.get(i).name(), seen));
        }
        return scores;
    }
}
