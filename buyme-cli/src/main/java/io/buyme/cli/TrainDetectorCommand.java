package io.buyme.cli;

import io.buyme.train.DetectorRecipe;
import io.buyme.train.DetectorRequest;
import io.buyme.train.DetectorTraining;
import io.buyme.train.loop.TrainingResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--coco", required = true, paramLabel = "FILE", description = "Annotations of the photos (COCO).")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path coco;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path images;

    @Option(names = "--weights", paramLabel = "FILE", description = "ONNX model of MobileNetV2 to start from.")
    private @Nullable Path weights;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the model goes.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path out;

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "A recipe.json to follow; --seed, --epochs and --width then count for nothing.")
    private @Nullable Path recipe;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of all random numbers (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--epochs", defaultValue = "30", paramLabel = "N", description = "At most (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--width",
            defaultValue = "256",
            paramLabel = "PIXELS",
            description = "Width of pictures in the end (${DEFAULT-VALUE}); they are twice as high.")
    private int width;

    @Option(names = "--minutes", paramLabel = "N", description = "Time to train at most, over all sittings.")
    private @Nullable Long minutes;

    @Option(names = "--threads", paramLabel = "N", description = "That may compute (one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fp16", description = "Keep weights in 16 bits in the model file.")
    private boolean half;

    @Option(names = "--resume", description = "Go on from the last checkpoint in --out.")
    private boolean resume;

    TrainDetectorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DetectorRequest request = new DetectorRequest(
                recipe == null ? DetectorRecipe.standard(epochs, width).withSeed(seed) : DetectorRecipe.read(recipe),
                coco,
                images,
                Optional.ofNullable(weights),
                out,
                threads,
                Optional.ofNullable(minutes).map(Duration::ofMinutes),
                half,
                resume);
        TrainingResult result = DetectorTraining.run(request, line -> console.note("%s", line));
        return result.stopped() ? ExitCodes.ENVIRONMENT : ExitCodes.OK;
    }
}
