package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.PoseClassifier;
import io.buyme.api.Stages;
import io.buyme.api.spi.Options;
import io.buyme.cli.evaluate.DetectDrawings;
import io.buyme.cli.evaluate.DetectEvaluation;
import io.buyme.cli.evaluate.DetectScore;
import io.buyme.cli.evaluate.PhotoPart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate detect}: are the articles of a photo found, and where they are? */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Looks for articles in annotated photos, and measures how well boxes and masks fit, by the evaluation of"
                    + " COCO; writes the result as JSON, which docs/cli.md describes.",
            "",
            "The detector gets what the pipeline gives it: the photo and its pose. Photos flagged 'unannotated' are left"
                    + " out. A photo that cannot be read is counted in 'failed' and listed; the exit code is then 1."
        })
final class EvaluateDetectCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final DetectorOptions detectors = new DetectorOptions();

    @Option(names = "--coco", required = true, paramLabel = "FILE", description = "COCO annotations of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path annotations;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path images;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "all",
            description = "Which photos: 'validation' are those that training leaves alone, a tenth; 'training' the"
                    + " others (default: ${DEFAULT-VALUE}).")
    private PhotoPart part = PhotoPart.ALL;

    @Option(
            names = "--pose",
            paramLabel = "ID",
            description = "Pose classifier to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String pose;

    @Option(
            names = "--overlays",
            paramLabel = "DIR",
            description =
                    "Also draw photos into this folder: what is annotated on the left, what was seen on the right.")
    private @Nullable Path overlays;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "24",
            description = "So many photos for --overlays, evenly spread over all (default: ${DEFAULT-VALUE}).")
    private int count;

    EvaluateDetectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, count, "--count");
        Optional<DetectDrawings> drawings =
                Optional.ofNullable(overlays).map(folder -> new DetectDrawings(folder, count));
        try (PoseClassifier poses =
                        pose == null ? Stages.poseClassifier() : Stages.poseClassifier(pose, Options.none());
                ArticleDetector detector = detectors.open()) {
            DetectScore score = new DetectEvaluation(poses, detector, new ProgressNotes(console))
                    .run(annotations, images, part, drawings);
            JsonOutput.write(console.out(), score);
            Optional.ofNullable(overlays).ifPresent(folder -> console.note("overlays: %s", folder.toAbsolutePath()));
            return score.failed() == 0 ? ExitCodes.OK : ExitCodes.INPUT;
        }
    }
}
