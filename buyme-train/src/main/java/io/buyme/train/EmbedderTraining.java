package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.image.ImageEncoder;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.data.TagVocabulary;
import io.buyme.train.loop.EmbedderCourse;
import io.buyme.train.loop.EmbedderNetwork;
import io.buyme.train.loop.EmbedderSettings;
import io.buyme.train.loop.LearningCurve;
import io.buyme.train.loop.OnnxEmbedder;
import io.buyme.train.loop.RetrievalMeasure;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.RunSettings;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.loop.TrainingSet;
import io.buyme.train.net.Backbone;
import io.buyme.train.net.Engine;
import io.buyme.train.net.MobileNetV2;
import io.buyme.train.onnx.ExportReport;
import io.buyme.train.onnx.OnnxWeights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Trains an embedder from pictures to a model file. */
public final class EmbedderTraining {

    private static final Duration SAVE_EVERY = Duration.ofMinutes(5);

    private final EmbedderRequest request;
    private final Consumer<String> log;
    private final Backbone backbone = new MobileNetV2();

    private EmbedderTraining(EmbedderRequest request, Consumer<String> log) {
        this.request = request;
        this.log = log;
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
        try (StopSignal stop = StopSignal.onShutdown()) {
            return new EmbedderTraining(request, log).run(stop);
        }
    }

    private TrainingResult run(StopSignal stop) {
        Path checkpoints = request.out().resolve("checkpoints");
        if (!request.resume() && Files.exists(checkpoints)) {
            throw new BuyMeException(
                    "'%s' has checkpoints already; resume, or choose another folder".formatted(request.out()));
        }
        log.accept(Engine.start(request.threads()).describe());
        EmbedderData data = EmbedderData.read(request, log);
        TrainingSet training = TrainingSet.of(data.training(), request.recipe().tagsFrom());
        log.accept("%d classes, %d tags"
                .formatted(training.classes().size(), training.vocabulary().size()));
        write("recipe.json", RecipeJson.toBytes(request.recipe()));
        RetrievalMeasure measure = new RetrievalMeasure(
                data.products(),
                data.checkedProducts(),
                PixelScale.MOBILE_NET,
                OnnxEmbedder.opener(backbone, request.recipe().shape(), request.threads()));
        Trainer trainer = new Trainer(
                settings(checkpoints), new EmbedderCourse(settings(), training, measure), log, stop::requested);
        TrainingResult result = trainer.run(() -> start(training).graph());
        LearningCurve curve = new LearningCurve(result.curve());
        write("curve.csv", curve.toCsv().getBytes(StandardCharsets.UTF_8));
        write("curve.png", ImageEncoder.png(curve.draw()));
        if (result.stopped()) {
            log.accept("stopped; resume to go on");
        } else {
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
        Path file = request.out().resolve("embedder.onnx");
        model.write(file, List.of(), false);
        List<TagScore> tags = model.scoreTags(file, data.checked(), request.threads());
        ExportReport report = model.write(file, tags, request.halfWeights());
        EmbedderMetrics metrics = metrics(result, data, measure, file, tags, report);
        write("metrics.json", RecipeJson.toBytes(metrics));
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
        try (OnnxEmbedder embedder = OnnxEmbedder.open(file, size, request.threads())) {
            return new EmbedderMetrics(
                    measure.precision(embedder, size, 10),
                    measure.precision(embedder, size, 1),
                    tags.stream()
                            .filter(tag -> tag.present() >= 5)
                            .mapToDouble(TagScore::averagePrecision)
                            .average()
                            .orElse(0),
                    result.epoch().orElse(0),
                    result.seconds(),
                    data.products().size(),
                    data.photos().size(),
                    data.skipped(),
                    report.storedDifference(),
                    tags);
        }
    }

    private RunSettings settings(Path checkpoints) {
        Recipe recipe = request.recipe();
        return new RunSettings(
                recipe.schedule(),
                recipe.seed(),
                request.budget(),
                SAVE_EVERY,
                checkpoints,
                RecipeJson.toText(recipe));
    }

    private EmbedderSettings settings() {
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

    private EmbedderNetwork start(TrainingSet training) {
        EmbedderNetwork network = network(training);
        request.weights().ifPresent(file -> {
            OnnxWeights.read(file).into(network.graph(), backbone.layers());
            log.accept("started from the weights of " + file.getFileName());
        });
        return network;
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

    private void write(String name, byte[] content) {
        Path file = request.out().resolve(name);
        try {
            Files.createDirectories(request.out());
            Files.write(file, content);
        } catch (IOException e) {
            throw new BuyMeException("cannot write '" + file + "': " + e.getMessage(), e);
        }
    }
}
