package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.EmbedderCourse;
import io.buyme.train.loop.EmbedderNetwork;
import io.buyme.train.loop.EmbedderSettings;
import io.buyme.train.loop.OnnxEmbedder;
import io.buyme.train.loop.RetrievalMeasure;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.loop.TrainingSet;
import io.buyme.train.net.Backbone;
import io.buyme.train.net.Engine;
import io.buyme.train.net.MobileNetV2;
import io.buyme.train.onnx.ExportReport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Trains an embedder from pictures to a model file. */
public final class EmbedderTraining {

    private final EmbedderRequest request;
    private final Consumer<String> log;
    private final TrainingRun run;
    private final Backbone backbone = new MobileNetV2();

    private EmbedderTraining(EmbedderRequest request, Consumer<String> log, TrainingRun run) {
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
    public static TrainingResult run(EmbedderRequest request, Consumer<String> log) {
        requireNonNull(request, "request");
        requireNonNull(log, "log");
        return TrainingRun.with(request.run(), log, run -> new EmbedderTraining(request, log, run).run());
    }

    private TrainingResult run() {
        log.accept(Engine.start(request.run().threads()).describe());
        EmbedderData data = EmbedderData.read(request, log);
        TrainingSet training = TrainingSet.of(data.training(), request.recipe().tagsFrom());
        log.accept("%d classes, %d tags"
                .formatted(training.classes().size(), training.vocabulary().size()));
        Recipe recipe = request.recipe();
        RetrievalMeasure measure = new RetrievalMeasure(
                data.products(),
                data.checkedProducts(),
                PixelScale.MOBILE_NET,
                OnnxEmbedder.opener(backbone, recipe.shape(), request.run().threads()));
        TrainingResult result = run.train(
                recipe,
                recipe.schedule(),
                recipe.seed(),
                new EmbedderCourse(embedderSettings(), training, measure),
                () -> network(training).graph());
        if (!result.stopped()) {
            export(result, data, training, measure);
        }
        return result;
    }

    private void export(TrainingResult result, EmbedderData data, TrainingSet training, RetrievalMeasure measure) {
        Recipe recipe = request.recipe();
        int size = recipe.schedule().largestSize();
        EmbedderNetwork trained = network(training);
        result.into(trained.graph());
        boolean tagged = recipe.objectives().multilabel() > 0;
        TagVocabulary vocabulary = tagged ? training.vocabulary() : new TagVocabulary(List.of());
        EmbedderNetwork inference = EmbedderNetwork.forInference(backbone, recipe.shape(), vocabulary.size(), size);
        inference.copyWeights(trained);
        EmbedderModel model = new EmbedderModel(inference, backbone, vocabulary, size, request.color());
        Path file = run.folder().file("embedder.onnx");
        model.write(file, List.of(), false);
        List<TagScore> tags =
                model.scoreTags(file, data.checked(), request.run().threads());
        ExportReport report = model.write(file, tags, request.run().halfWeights());
        EmbedderMetrics metrics = metrics(result, data, measure, file, tags, report);
        run.folder().write("metrics.json", RecipeJson.toBytes(metrics));
        log.accept("wrote %s (%d bytes): precision@10 %.4f, top-1 %.4f, tags %.4f"
                .formatted(file, report.bytes(), metrics.precisionAt10(), metrics.top1(), metrics.tagPrecision()));
    }

    private EmbedderMetrics metrics(
            TrainingResult result,
            EmbedderData data,
            RetrievalMeasure measure,
            Path file,
            List<TagScore> tags,
            ExportReport report) {
        int size = request.recipe().schedule().largestSize();
        try (OnnxEmbedder embedder = OnnxEmbedder.open(file, size, request.run().threads())) {
            List<Double> precisions = measure.precisions(embedder, size, List.of(10, 1));
            return new EmbedderMetrics(
                    precisions.get(0),
                    precisions.get(1),
                    TagScore.meanPrecision(tags),
                    result.epoch().orElse(0),
                    result.seconds(),
                    data.products().size(),
                    data.photos().size(),
                    data.skipped(),
                    report.storedDifference(),
                    tags);
        }
    }

    private EmbedderSettings embedderSettings() {
        Recipe recipe = request.recipe();
        return new EmbedderSettings(
                backbone,
                recipe.shape(),
                recipe.objectives(),
                recipe.batching(),
                recipe.augmentation(),
                PixelScale.MOBILE_NET,
                recipe.seed());
    }

    private EmbedderNetwork network(TrainingSet training) {
        Recipe recipe = request.recipe();
        return EmbedderNetwork.create(
                backbone,
                recipe.shape(),
                recipe.objectives(),
                training.vocabulary().size(),
                training.classes().size(),
                recipe.schedule().largestSize(),
                recipe.seed());
    }
}
