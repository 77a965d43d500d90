package io.buyme.cli;

import io.buyme.train.MaskRcnnRecipe;
import io.buyme.train.MaskRcnnRequest;
import io.buyme.train.MaskRcnnTraining;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme train mask-rcnn}: a detector of two stages, on top of a dense one. */
@Command(
        name = "mask-rcnn",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Trains the proposals, boxes and masks of a Mask R-CNN on the features of a dense detector ('train detector'),"
                    + " which is given by --weights, and writes detector.onnx, recipe.json and metrics.json.",
            "",
            "Stopped by Ctrl-C or SIGTERM it saves where it is; --resume goes on from there."
        })
final class TrainMaskRcnnCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AnnotatedPhotoOptions photos = new AnnotatedPhotoOptions();

    @Option(
            names = "--epochs",
            defaultValue = "12",
            paramLabel = "N",
            description = "Of the boxes at most, two thirds of it for proposals and masks (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--width",
            defaultValue = "256",
            paramLabel = "PIXELS",
            description = "Width of pictures (${DEFAULT-VALUE}); they are twice as high.")
    private int width;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    TrainMaskRcnnCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        MaskRcnnRequest request = new MaskRcnnRequest(
                MaskRcnnRecipe.standard(epochs, width, training.seed()),
                photos.coco(),
                photos.images(),
                training.run());
        return ExitCodes.afterTraining(MaskRcnnTraining.run(request, line -> console.note("%s", line)));
    }
}
