package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.cli.evaluate.CropMode;
import io.buyme.cli.evaluate.PairsEvaluation;
import io.buyme.cli.evaluate.PairsScore;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
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
            "The embedder gets the article's part of the photo, its mask (see --crops) and its super-category. A photo that cannot be"
                    + " read is counted in 'failed' and listed; the exit code is then 1."
        })
final class EvaluatePairsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Mixin
    private final AnnotatedPhotoOptions photos = new AnnotatedPhotoOptions();

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description = "Which photos show the same outfit: a JSON list of lists of two file names.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path pairs;

    @Mixin
    private final CropOptions crops = new CropOptions();

    EvaluatePairsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CropMode mode = crops.mode(CropMode.MASK, EnumSet.allOf(CropMode.class));
        try (Embedder embedder = embedders.open()) {
            PairsScore score = crops.with(
                    mode,
                    masks -> new PairsEvaluation(embedder, mode, masks, new ProgressNotes(console))
                            .run(photos.coco(), photos.images(), pairs));
            JsonOutput.write(console.out(), score);
            return ExitCodes.afterFailures(score.facts().failed());
        }
    }
}
