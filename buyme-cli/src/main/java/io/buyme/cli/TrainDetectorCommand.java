package io.buyme.cli;

import io.buyme.train.DetectorRecipe;
import io.buyme.train.DetectorRequest;
import io.buyme.train.DetectorTraining;
import io.buyme.train.loop.TrainingResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme train detector}: from annotated photos to a model that finds articles. */
@Command(
        name = "detector",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Trains the network that finds articles in photos of people, and writes detector.onnx, recipe.json and"
                    + " metrics.json.",
            "",
            "Stopped by Ctrl-C or SIGTERM it saves where it is; --resume goes on from there."
        })
final class TrainDetectorCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AnnotatedPhotoOptions photos = new AnnotatedPhotoOptions();

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "A recipe.json to follow; --seed, --epochs and --width then count for nothing.")
    private @Nullable Path recipe;

    @Option(names = "--epochs", defaultValue = "30", paramLabel = "N", description = "At most (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--width",
            defaultValue = "256",
            paramLabel = "PIXELS",
            description = "Width of pictures in the end (${DEFAULT-VALUE}); they are twice as high.")
    private int width;

    @Option(
            names = "--teacher",
            paramLabel = "FILE",
            description =
                    "A detector.onnx of the same categories, which labels the photos of tags.json beside --coco, so"
                            + " that they are learned from, too.")
    private @Nullable Path teacher;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    TrainDetectorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DetectorRequest request = new DetectorRequest(
                recipe == null
                        ? DetectorRecipe.standard(epochs, width).withSeed(training.seed())
                        : DetectorRecipe.read(recipe),
                photos.coco(),
                photos.images(),
                Optional.ofNullable(teacher),
                training.run());
        TrainingResult result = DetectorTraining.run(request, line -> console.note("%s", line));
        return ExitCodes.afterTraining(!result.stopped());
    }
}
