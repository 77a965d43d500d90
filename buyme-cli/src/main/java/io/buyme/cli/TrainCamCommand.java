package io.buyme.cli;

import io.buyme.api.PoseClassifier;
import io.buyme.api.Stages;
import io.buyme.train.cam.CamRecipe;
import io.buyme.train.cam.CamRequest;
import io.buyme.train.cam.CamTraining;
import io.buyme.train.loop.TrainingResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buyme train cam}: from photos and the categories of what is worn to a model that finds where. */
@Command(
        name = "cam",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Trains class activation maps on photos of which only the categories are known, and writes cam.onnx,"
                    + " recipe.json and metrics.json.",
            "",
            "Stopped by Ctrl-C or SIGTERM it saves where it is; --resume goes on from there."
        })
final class TrainCamCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--ccp",
            required = true,
            paramLabel = "DIR",
            description = "Photos with categories: ccp.json (no box of it is used), mapping.json, tags.json, photos and"
                    + " tagged.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path ccp;

    @Option(
            names = "--products",
            paramLabel = "DIR",
            description = "Product pictures to learn from, too: a folder for each class.")
    private @Nullable Path products;

    @Option(names = "--weights", paramLabel = "FILE", description = "ONNX model of MobileNetV2 to start from.")
    private @Nullable Path weights;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the model goes.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path out;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of all random numbers (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--epochs", defaultValue = "10", paramLabel = "N", description = "At most (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--size",
            defaultValue = "192",
            paramLabel = "PIXELS",
            description = "Width and height of the windows (${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--sharpness",
            defaultValue = "0",
            paramLabel = "R",
            description = "Of the log-sum-exp pooling; 0 is global average pooling (${DEFAULT-VALUE}).")
    private double sharpness;

    @Option(names = "--minutes", paramLabel = "N", description = "Time to train at most, over all sittings.")
    private @Nullable Long minutes;

    @Option(names = "--threads", paramLabel = "N", description = "That may compute (one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fp16", description = "Keep weights in 16 bits in the model file.")
    private boolean half;

    @Option(names = "--resume", description = "Go on from the last checkpoint in --out.")
    private boolean resume;

    TrainCamCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (PoseClassifier poses = Stages.poseClassifier()) {
            CamRequest request = new CamRequest(
                    CamRecipe.standard(epochs, size, sharpness, seed),
                    ccp,
                    Optional.ofNullable(products),
                    Optional.ofNullable(weights),
                    out,
                    threads,
                    Optional.ofNullable(minutes).map(Duration::ofMinutes),
                    half,
                    Optional.of(poses),
                    resume);
            TrainingResult result = CamTraining.run(request, line -> console.note("%s", line));
            return result.stopped() ? ExitCodes.ENVIRONMENT : ExitCodes.OK;
        }
    }
}
