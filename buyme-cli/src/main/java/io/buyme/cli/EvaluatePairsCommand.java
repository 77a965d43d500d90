package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.cli.evaluate.CropMode;
import io.buyme.cli.evaluate.PairsEvaluation;
import io.buyme.cli.evaluate.PairsScore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate pairs}: is an article found again in another photo of the same outfit? */
@Command(
        name = "pairs",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Searches by each annotated article of a photo for the one of its category in another photo of the same"
                    + " outfit, among the articles of all photos but its own; writes the result as JSON, which"
                    + " docs/cli.md describes.",
            "",
            "The embedder gets the article's part of the photo, its mask and its super-category. A photo that cannot be"
                    + " read is counted in 'failed' and listed; the exit code is then 1."
        })
final class EvaluatePairsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Option(names = "--coco", required = true, paramLabel = "FILE", description = "COCO annotations of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path annotations;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Folder of the photos.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path images;

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description = "Which photos show the same outfit: a JSON list of lists of two file names.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path pairs;

    @ArgGroup
    private @Nullable Seen seen;

    /** At most one of these. */
    private static final class Seen {

        @Option(names = "--no-masks", description = "Do not tell the embedder which pixels show the article.")
        private boolean boxesOnly;

        @Option(
                names = "--whole-photo",
                description = "Search by whole photos among whole photos: what background and person give away.")
        private boolean wholePhoto;
    }

    EvaluatePairsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Embedder embedder = embedders.open()) {
            PairsScore score =
                    new PairsEvaluation(embedder, mode(), new ProgressNotes(console)).run(annotations, images, pairs);
            JsonOutput.write(console.out(), score);
            return ExitCodes.afterFailures(score.facts().failed());
        }
    }

    private CropMode mode() {
        if (seen != null && seen.boxesOnly) {
            return CropMode.BOX;
        }
        return seen != null && seen.wholePhoto ? CropMode.WHOLE_PHOTO : CropMode.MASK;
    }
}
