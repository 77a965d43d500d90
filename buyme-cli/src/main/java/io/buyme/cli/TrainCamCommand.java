package io.buyme.cli;

import io.buyme.train.CamRecipe;
import io.buyme.train.CamRequest;
import io.buyme.train.CamTraining;
import io.buyme.train.loop.TrainingResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--epochs", defaultValue = "4", paramLabel = "N", description = "At most (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--size",
            defaultValue = "192",
            paramLabel = "PIXELS",
            description = "Width and height of the windows (${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--sharpness",
            defaultValue = "4",
            paramLabel = "R",
            description = "Of the log-sum-exp pooling; 0 is global average pooling (${DEFAULT-VALUE}).")
    private double sharpness;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    TrainCamCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CamRequest request = new CamRequest(
                CamRecipe.standard(epochs, size, sharpness, training.seed()),
                ccp,
                Optional.ofNullable(products),
                training.run());
        TrainingResult result = CamTraining.run(request, line -> console.note("%s", line));
        return ExitCodes.afterTraining(!result.stopped());
    }
}
