package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.PoseClassifier;
import io.buyme.cli.evaluate.CropMode;
import io.buyme.cli.evaluate.MaskSource;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What of a picture the embedder gets to see. */
final class CropOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--crops",
            paramLabel = "WHAT",
            description =
                    "What the embedder sees of a picture: its part with the known mask ('mask'), with the mask that"
                            + " the detector sees there ('predicted-mask'), without a mask ('box'), or, of pairs, the"
                            + " 'whole-photo'.")
    private @Nullable CropMode mode;

    @Mixin
    private final PoseOptions pose = new PoseOptions();

    @Mixin
    private final DetectorChoice detector = new DetectorChoice();

    /**
     * Returns what was asked for.
     *
     * @param usual if nothing was
     * @param possible for the command
     */
    CropMode mode(CropMode usual, Set<CropMode> possible) {
        CropMode asked = mode == null ? usual : mode;
        if (!possible.contains(asked)) {
            throw new ParameterException(
                    command.commandLine(), "--crops is one of %s here, got '%s'".formatted(possible, asked));
        }
        return asked;
    }

    /** Runs something with the masks of a mode. */
    <T> T with(CropMode asked, Function<MaskSource, T> task) {
        return switch (asked) {
            case MASK -> task.apply(MaskSource.known());
            case BOX, WHOLE_PHOTO -> task.apply(MaskSource.none());
            case PREDICTED_MASK -> {
                try (PoseClassifier poses = pose.open();
                        ArticleDetector articles = detector.open(null)) {
                    yield task.apply(MaskSource.predicted(poses, articles));
                }
            }
        };
    }
}
