package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.PoseClassifier;
import io.buyme.api.Stages;
import io.buyme.api.spi.Options;
import io.buyme.cli.suggest.SuggestTrial;
import io.buyme.cli.suggest.TrialPlan;
import io.buyme.train.DetectorTrial;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate suggest}: are suggested photos worth more than others? */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Tries with annotated photos, whose labels it hides, whether 'train suggest' chooses better than chance; writes"
                    + " the result as JSON, which docs/cli.md describes.",
            "",
            "For each seed a small detector is trained on --start photos, one on --more random ones besides, and one on"
                    + " --more that the first one suggested; all in as many steps, and measured on photos that none saw."
        })
final class EvaluateSuggestCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AnnotatedPhotoOptions photos = new AnnotatedPhotoOptions();

    @Option(
            names = "--weights",
            required = true,
            paramLabel = "FILE",
            description = "ONNX model of MobileNetV2 that the detectors stand on.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path weights;

    @Option(names = "--pool", defaultValue = "400", paramLabel = "N", description = "Photos (${DEFAULT-VALUE}).")
    private int pool;

    @Option(names = "--start", defaultValue = "60", paramLabel = "N", description = "At first (${DEFAULT-VALUE}).")
    private int start;

    @Option(names = "--more", defaultValue = "60", paramLabel = "N", description = "Chosen (${DEFAULT-VALUE}).")
    private int more;

    @Option(names = "--seeds", defaultValue = "3", paramLabel = "N", description = "Rounds (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--width",
            defaultValue = "96",
            paramLabel = "PIXELS",
            description = "Of pictures, a multiple of 32 (${DEFAULT-VALUE}).")
    private int width;

    @Option(
            names = "--steps",
            defaultValue = "150",
            paramLabel = "N",
            description = "Of each training, eight photos each (${DEFAULT-VALUE}).")
    private int steps;

    @Mixin
    private final PoseOptions pose = new PoseOptions();

    @Mixin
    private final SecondDetectorOptions second = new SecondDetectorOptions();

    EvaluateSuggestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, start, "--start");
        Usage.atLeast(1, more, "--more");
        Usage.atLeast(1, seeds, "--seeds");
        Usage.atLeast(1, steps, "--steps");
        if (width < 1 || width % 32 != 0) {
            throw Usage.wrong("--width must be a multiple of 32, got " + width);
        }
        TrialPlan plan = new TrialPlan(photos.coco(), photos.images(), pool, start, more, seeds);
        DetectorTrial training = new DetectorTrial(weights, width, steps, 1);
        try (PoseClassifier poses = pose.open();
                ArticleDetector other = second.open();
                TemporaryFolder models = TemporaryFolder.create("buyme-suggest")) {
            SuggestTrial.TrialStages stages =
                    new SuggestTrial.TrialStages(poses, other, EvaluateSuggestCommand::trained);
            SuggestTrial trial =
                    new SuggestTrial(plan, training, stages, models.path(), line -> console.note("%s", line));
            JsonOutput.write(console.out(), trial.run());
            return ExitCodes.OK;
        }
    }

    private static ArticleDetector trained(Path model) {
        return Stages.articleDetector("segmenter", Options.of(Map.of("model", model.toString())));
    }
}
