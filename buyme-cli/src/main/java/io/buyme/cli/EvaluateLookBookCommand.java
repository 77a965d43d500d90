package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.cli.evaluate.CropMode;
import io.buyme.cli.evaluate.LookBookEvaluation;
import io.buyme.cli.evaluate.LookBookScore;
import io.buyme.testkit.lookbook.LookBook;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate lookbook}: is the very product that somebody wears found among product pictures? */
@Command(
        name = "lookbook",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Draws people and products, and searches by each garment that is worn for its own product picture; writes"
                    + " the result as JSON, which docs/cli.md describes. Needs no data of yours.",
            "",
            "The embedder gets the garment's part of the photo, its exact mask (see --crops) and its super-category."
        })
final class EvaluateLookBookCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Products to draw; 8 per look or more (default: ${DEFAULT-VALUE}).")
    private int products;

    @Option(
            names = "--looks",
            paramLabel = "N",
            defaultValue = "100",
            description = "People to draw (default: ${DEFAULT-VALUE}).")
    private int looks;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2003",
            description = "Another number draws other people and products (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--partitioned",
            description = "Search products of the same super-category only, as a catalogue does.")
    private boolean partitioned;

    @Mixin
    private final CropOptions crops = new CropOptions();

    EvaluateLookBookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, looks, "--looks");
        Usage.atLeast(Math.multiplyExact(looks, LookBook.BLOCK), products, "--products for %d looks".formatted(looks));
        CropMode mode = crops.mode(CropMode.MASK, EnumSet.complementOf(EnumSet.of(CropMode.WHOLE_PHOTO)));
        try (Embedder embedder = embedders.open()) {
            LookBookScore score = crops.with(
                    mode,
                    masks -> new LookBookEvaluation(embedder, masks, partitioned, new ProgressNotes(console))
                            .run(seed, products, looks));
            JsonOutput.write(console.out(), score);
            return ExitCodes.afterFailures(score.facts().failed());
        }
    }
}
