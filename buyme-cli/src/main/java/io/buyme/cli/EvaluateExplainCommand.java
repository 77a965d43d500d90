package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.catalog.explain.SideBySide;
import io.buyme.catalog.explain.SimilarityMaps;
import io.buyme.cli.evaluate.CropMode;
import io.buyme.cli.evaluate.ExplainEvaluation;
import io.buyme.cli.evaluate.ExplainScore;
import io.buyme.cli.evaluate.MaskSource;
import io.buyme.cli.evaluate.MatchPairs;
import io.buyme.image.ImageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate explain}: do heat maps show what carried a similarity? */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Hides the fifth of an article that its heat map says carried its similarity to a product, and a random fifth"
                    + " instead, and measures how much less similar the two are; likewise in the product's picture. Writes"
                    + " the result as JSON, which docs/cli.md describes.",
            "",
            "Without folders, the articles are those that drawn people wear, each with its own product picture."
        })
final class EvaluateExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Mixin
    private final HeatMapOptions heatMaps = new HeatMapOptions();

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "Instead of drawn articles: among which pictures to search; a folder for each class.")
    private @Nullable Path index;

    @Option(
            names = "--query",
            paramLabel = "DIR",
            description = "With --index: what to search for; each picture is paired with the nearest.")
    private @Nullable Path queries;

    @Option(
            names = "--limit-per-class",
            paramLabel = "N",
            description = "So many pictures of each class at most in the index, the first by file name.")
    private int limitPerClass = Integer.MAX_VALUE;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "50",
            description = "Pairs to measure (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2003",
            description = "Of what is drawn, and of the random cells (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also draw each pair with its heat maps into this folder.")
    private @Nullable Path out;

    @Mixin
    private final CropOptions crops = new CropOptions();

    EvaluateExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, pairs, "--pairs");
        Usage.atLeast(1, limitPerClass, "--limit-per-class");
        if ((index == null) != (queries == null)) {
            throw Usage.wrong("--index and --query go together: among which pictures to search, and what for");
        }
        CropMode mode = index == null
                ? crops.mode(CropMode.MASK, EnumSet.of(CropMode.MASK, CropMode.BOX))
                : crops.mode(CropMode.PREDICTED_MASK, EnumSet.of(CropMode.PREDICTED_MASK, CropMode.BOX));
        try (Embedder embedder = embedders.open()) {
            ExplainScore score = crops.with(mode, masks -> evaluate(embedder, masks));
            JsonOutput.write(console.out(), score);
            return ExitCodes.afterFailures(score.failed());
        }
    }

    private ExplainScore evaluate(Embedder embedder, MaskSource masks) {
        ProgressNotes progress = new ProgressNotes(console);
        MatchPairs found = index == null || queries == null
                ? MatchPairs.ofLookBook(seed, pairs, masks)
                : MatchPairs.ofFolders(index, queries, limitPerClass, pairs, embedder, masks, progress);
        return new ExplainEvaluation(embedder, heatMaps.method().toString(), heatMaps.explainer(embedder), progress)
                .run(found, seed, this::draw);
    }

    private void draw(int number, Crop article, Crop product, SimilarityMaps maps) {
        if (out == null) {
            return;
        }
        try {
            Files.createDirectories(out);
            Path file = out.resolve(String.format(Locale.ROOT, "%03d.png", number));
            Files.write(file, ImageEncoder.png(SideBySide.draw(article, product, maps)));
        } catch (IOException e) {
            throw new BuyMeException("cannot write pictures to " + out + ": " + e, e);
        }
    }
}
