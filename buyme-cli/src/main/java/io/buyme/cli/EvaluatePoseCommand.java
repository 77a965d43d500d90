package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.PoseClassifier;
import io.buyme.api.Stages;
import io.buyme.api.spi.Options;
import io.buyme.cli.evaluate.PoseEvaluation;
import io.buyme.cli.evaluate.PoseLabels;
import io.buyme.cli.evaluate.PoseScore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buyme evaluate pose}: does the pose stage tell full-front photos from others? */
@Command(
        name = "pose",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Measures how well the pose stage tells photos of a whole person from the front from all others, and writes"
                    + " the result as JSON; docs/cli.md describes it.",
            "",
            "A photo that cannot be read is counted in 'failed' and listed; the exit code is then 1."
        })
final class EvaluatePoseCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "CSV with a header and the columns file (relative to FILE), full_front (0 or 1), reason (why"
                    + " not) and unsure (0 or 1).")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path labels;

    @Option(
            names = "--pose",
            paramLabel = "ID",
            description = "Pose classifier to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String pose;

    @Option(names = "--all", description = "Count rows marked unsure as well.")
    private boolean all;

    EvaluatePoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PoseLabels rows;
        try {
            rows = PoseLabels.read(labels);
        } catch (BuyMeException e) {
            console.error(e);
            return ExitCodes.INPUT;
        }
        try (PoseClassifier classifier =
                pose == null ? Stages.poseClassifier() : Stages.poseClassifier(pose, Options.none())) {
            PoseScore score = new PoseEvaluation(classifier).run(rows, all);
            JsonOutput.write(console.out(), score);
            return ExitCodes.afterFailures(score.failed());
        }
    }
}
