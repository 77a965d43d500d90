package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.loop.EmbedderNetwork;
import io.buyme.train.loop.GraphEmbedder;
import io.buyme.train.loop.Measure;
import io.buyme.train.loop.RetrievalMeasure;
import io.buyme.train.loop.Trainer;
import io.buyme.train.loop.TrainerSettings;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.loop.TrainingSet;
import io.buyme.train.net.Backbone;
import io.buyme.train.net.Engine;
import io.buyme.train.net.MobileNetV2;
import io.buyme.train.onnx.OnnxWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        writeRecipe();
        Measure measure = new RetrievalMeasure(
                data.products(),
                data.checkedProducts(),
                PixelScale.MOBILE_NET,
                GraphEmbedder.opener(backbone, request.recipe().shape()));
        Trainer trainer = new Trainer(settings(checkpoints), training, measure, log, stop::requested);
        return trainer.run(() -> start(training));
    }

    private TrainerSettings settings(Path checkpoints) {
        Recipe recipe = request.recipe();
        return new TrainerSettings(
                backbone,
                recipe.shape(),
                recipe.objectives(),
                recipe.batching(),
                recipe.augmentation(),
                PixelScale.MOBILE_NET,
                recipe.schedule(),
                recipe.seed(),
                request.budget(),
                SAVE_EVERY,
                checkpoints,
                RecipeJson.toText(recipe));
    }

    private EmbedderNetwork start(TrainingSet training) {
        Recipe recipe = request.recipe();
        EmbedderNetwork network = EmbedderNetwork.create(
                backbone,
                recipe.shape(),
                recipe.objectives(),
                training.vocabulary().size(),
                training.classes().size(),
                recipe.schedule().largestSize(),
                recipe.seed());
        request.weights().ifPresent(file -> {
            OnnxWeights.read(file).into(network.graph(), backbone.layers());
            log.accept("started from the weights of " + file.getFileName());
        });
        return network;
    }

    private void writeRecipe() {
        Path file = request.out().resolve("recipe.json");
        try {
            Files.createDirectories(request.out());
            Files.writeString(file, RecipeJson.toText(request.recipe()));
        } catch (IOException e) {
            throw new BuyMeException("cannot write '" + file + "': " + e.getMessage(), e);
        }
    }
}
