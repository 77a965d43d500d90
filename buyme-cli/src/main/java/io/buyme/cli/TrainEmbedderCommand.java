package io.buyme.cli;

import io.buyme.train.EmbedderRequest;
import io.buyme.train.EmbedderTraining;
import io.buyme.train.Recipe;
import io.buyme.train.loop.TrainingResult;
import io.buyme.train.objective.Objectives;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme train embedder}: from folders of pictures to a model that embeds articles. */
@Command(
        name = "embedder",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Trains the network that turns articles into vectors, and writes embedder.onnx, recipe.json and"
                    + " metrics.json.",
            "",
            "Stopped by Ctrl-C or SIGTERM it saves where it is; --resume goes on from there."
        })
final class TrainEmbedderCommand implements Callable<Integer> {

    /** What a network can be trained for. */
    enum Objective {
        SOFTMAX,
        MULTILABEL,
        TRIPLET,
        AUTOENCODER
    }

    private final Console console;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Product pictures: the folders train and validation, each with a folder for each class.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path data;

    @Option(
            names = "--ccp",
            paramLabel = "DIR",
            description = "Annotated photos: ccp.json (COCO), labels.txt, photos and masks.")
    private @Nullable Path ccp;

    @Option(names = "--tagged", description = "Learn from the tagged photos in the folder of --ccp, too.")
    private boolean tagged;

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "A recipe.json to follow; --seed, --epochs, --size and --objective then count for nothing.")
    private @Nullable Path recipe;

    @Option(names = "--epochs", defaultValue = "20", paramLabel = "N", description = "At most (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--size",
            defaultValue = "224",
            paramLabel = "PIXELS",
            description = "Width and height of pictures in the end (${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--objective",
            split = ",",
            paramLabel = "WHAT",
            defaultValue = "softmax,multilabel,triplet",
            description = "What to train for: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Set<Objective> objectives;

    @Option(
            names = "--color",
            defaultValue = "0.3",
            paramLabel = "SHARE",
            description = "Of the similarity, how much is measured colour (${DEFAULT-VALUE}).")
    private double color;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    TrainEmbedderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        EmbedderRequest request = new EmbedderRequest(
                recipe == null ? recipe() : Recipe.read(recipe),
                data,
                Optional.ofNullable(ccp),
                tagged,
                color,
                training.run());
        TrainingResult result = EmbedderTraining.run(request, line -> console.note("%s", line));
        return ExitCodes.afterTraining(!result.stopped());
    }

    private Recipe recipe() {
        Objectives standard = Objectives.standard();
        return Recipe.standard(epochs, size)
                .withSeed(training.seed())
                .withObjectives(standard.withWeights(
                        objectives.contains(Objective.SOFTMAX) ? standard.softmax() : 0,
                        objectives.contains(Objective.MULTILABEL) ? standard.multilabel() : 0,
                        objectives.contains(Objective.TRIPLET) ? standard.triplet() : 0,
                        objectives.contains(Objective.AUTOENCODER) ? 1 : 0));
    }
}
