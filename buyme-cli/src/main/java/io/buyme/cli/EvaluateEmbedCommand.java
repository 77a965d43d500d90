package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.Embedder;
import io.buyme.cli.evaluate.ContactSheet;
import io.buyme.cli.evaluate.CropMode;
import io.buyme.cli.evaluate.EmbedEvaluation;
import io.buyme.cli.evaluate.EmbedResult;
import io.buyme.image.ImageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate embed}: do pictures of one class have near vectors? */
@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Searches by each picture of one folder among those of another, and measures how many of the nearest are of"
                    + " its class; writes the result as JSON, which docs/cli.md describes.",
            "",
            "Either folder has a folder for each class, named after it. They may be the same: a picture is never its own"
                    + " neighbour. A picture that cannot be read is counted in 'failed' and listed; the exit code is"
                    + " then 1."
        })
final class EvaluateEmbedCommand implements Callable<Integer> {

    private static final int QUERIES_SHOWN = 12;

    private final Console console;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Option(names = "--index", required = true, paramLabel = "DIR", description = "Among which pictures to search.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path index;

    @Option(names = "--query", required = true, paramLabel = "DIR", description = "What to search for.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path queries;

    @Option(
            names = "--limit-per-class",
            paramLabel = "N",
            description = "So many pictures of each class at most in either folder, the first by file name.")
    private int limitPerClass = Integer.MAX_VALUE;

    @Option(
            names = "--contact-sheet",
            paramLabel = "FILE",
            description = "Also a PNG picture of " + QUERIES_SHOWN + " queries with their nearest neighbours.")
    private @Nullable Path contactSheet;

    @Option(
            names = "--contact-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number shows other queries (default: ${DEFAULT-VALUE}).")
    private long contactSeed;

    @Option(names = "--worst", description = "Show those queries whose class is farthest down the list.")
    private boolean worst;

    @Mixin
    private final CropOptions crops = new CropOptions();

    EvaluateEmbedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, limitPerClass, "--limit-per-class");
        CropMode mode = crops.mode(CropMode.BOX, EnumSet.of(CropMode.BOX, CropMode.PREDICTED_MASK));
        try (Embedder embedder = embedders.open()) {
            EmbedResult result = crops.with(
                    mode,
                    masks -> new EmbedEvaluation(embedder, masks, new ProgressNotes(console))
                            .run(index, queries, limitPerClass));
            JsonOutput.write(console.out(), result.score());
            if (contactSheet != null) {
                write(contactSheet, result);
            }
            return ExitCodes.afterFailures(result.score().facts().failed());
        }
    }

    private void write(Path file, EmbedResult result) {
        ContactSheet sheet =
                worst ? result.worstQueries(QUERIES_SHOWN) : result.randomQueries(QUERIES_SHOWN, contactSeed);
        try {
            Files.write(file, ImageEncoder.png(sheet.draw()));
        } catch (IOException e) {
            throw new BuyMeException("cannot write contact sheet " + file + ": " + e, e);
        }
        console.note("contact sheet: %s", file.toAbsolutePath());
    }
}
