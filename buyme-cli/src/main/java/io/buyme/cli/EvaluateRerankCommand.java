package io.buyme.cli;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.Embedder;
import io.buyme.api.PoseClassifier;
import io.buyme.catalog.recommend.RankingModel;
import io.buyme.catalog.recommend.Recommender;
import io.buyme.cli.rerank.ClickFile;
import io.buyme.cli.rerank.ReliabilityPlot;
import io.buyme.cli.rerank.RerankEvaluation;
import io.buyme.cli.rerank.RerankScore;
import io.buyme.cli.rerank.SamplePart;
import io.buyme.cli.rerank.ShownProduct;
import io.buyme.cli.rerank.StreetPhotos;
import io.buyme.image.ImageEncoder;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate rerank}: are recommendations better than what is nearest, and their probabilities true? */
@Command(
        name = "rerank",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Compares what is nearest with what is recommended, and measures whether the probabilities of matches are"
                    + " true and the notice of no good match comes when it should; writes the result as JSON, which"
                    + " docs/cli.md describes.",
            "",
            "Without --products only drawn people and clothes are used. A picture that cannot be read is counted in"
                    + " 'failed' and listed; the exit code is then 1."
        })
final class EvaluateRerankCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--products", paramLabel = "DIR", description = "Product pictures, in a folder for each category.")
    private @Nullable Path products;

    @Option(
            names = "--queries",
            paramLabel = "DIR",
            description = "Pictures to search for, likewise; those of --products if left out.")
    private @Nullable Path queries;

    @Option(
            names = "--coco",
            paramLabel = "FILE",
            description = "COCO annotations of street photos, whose articles search among --products as well.")
    private @Nullable Path coco;

    @Option(names = "--images", paramLabel = "DIR", description = "Folder of these photos.")
    private @Nullable Path images;

    @Option(
            names = "--limit-per-class",
            paramLabel = "N",
            description = "So many pictures of each class at most, evenly spread.")
    private int limitPerClass = Integer.MAX_VALUE;

    @Option(
            names = "--drawn-products",
            paramLabel = "N",
            defaultValue = "600",
            description = "Products to draw, 8 per look or more (default: ${DEFAULT-VALUE}).")
    private int drawnProducts;

    @Option(
            names = "--looks",
            paramLabel = "N",
            defaultValue = "40",
            description = "People to draw, 0 for none (default: ${DEFAULT-VALUE}).")
    private int looks;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "measure",
            description = "Which pictures take part: 'fit' is the half that weights and probabilities are fitted to,"
                    + " 'measure' the other, 'all' both (default: ${DEFAULT-VALUE}).")
    private SamplePart part = SamplePart.MEASURE;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Ranking weights, such as 'buyme train rerank' writes, instead of the built-in ones.")
    private @Nullable Path weights;

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "How much the total counts against variety, 0 to 1 (default: " + Recommender.LAMBDA + ").")
    private double lambda = Recommender.LAMBDA;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Also the reliability curve of each trial as a PNG picture.")
    private @Nullable Path plot;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Also what would be shown as CSV, with labels of what is good, for 'buyme train rerank'.")
    private @Nullable Path pairs;

    @Option(
            names = "--taste",
            paramLabel = "ATTRIBUTE",
            description =
                    "Instead of trials, write clicks of simulated people into --pairs, who want the same category,"
                            + " color, pattern, sleeve or neckline as in the drawn looks and care for nothing else.")
    private @Nullable String taste;

    @Option(
            names = "--shown",
            paramLabel = "N",
            defaultValue = "20",
            description = "Products of each list in --pairs (default: ${DEFAULT-VALUE}).")
    private int shown;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Mixin
    private final PoseOptions pose = new PoseOptions();

    @Mixin
    private final DetectorChoice detector = new DetectorChoice();

    EvaluateRerankCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        RankingModel model = weights == null ? RankingModel.standard() : RankingModel.load(weights);
        try (Embedder embedder = embedders.open()) {
            RerankEvaluation evaluation = new RerankEvaluation(embedder, part, new ProgressNotes(console));
            return taste == null ? measure(evaluation, model) : simulate(evaluation, model, taste);
        }
    }

    private void check() {
        Usage.atLeast(1, limitPerClass, "--limit-per-class");
        Usage.atLeast(0, looks, "--looks");
        Usage.atLeast(looks * LookBook.BLOCK, drawnProducts, "--drawn-products for %d looks".formatted(looks));
        Usage.atLeast(1, shown, "--shown");
        if (!(lambda >= 0 && lambda <= 1)) {
            throw Usage.wrong("--lambda is 0 to 1, got " + lambda);
        }
        if ((coco == null) != (images == null) || (coco != null && products == null)) {
            throw Usage.wrong("--coco, --images and --products go together");
        }
        if (products == null && looks == 0) {
            throw Usage.wrong("nothing to measure on: give --products or --looks");
        }
        if (taste != null && pairs == null) {
            throw Usage.wrong("--taste needs --pairs, the file for the clicks");
        }
    }

    private int simulate(RerankEvaluation evaluation, RankingModel model, String attribute) {
        evaluation.addTaste(drawnProducts, looks, attribute);
        writePairs(evaluation.clicked(model, shown, 1));
        return ExitCodes.OK;
    }

    private int measure(RerankEvaluation evaluation, RankingModel model) {
        if (products != null) {
            evaluation.addPictures(products, queries == null ? products : queries, limitPerClass);
        }
        if (products != null && coco != null && images != null) {
            try (PoseClassifier poses = pose.open();
                    ArticleDetector articles = detector.open(null)) {
                evaluation.addStreet(new StreetPhotos(coco, images, poses, articles), products, limitPerClass);
            }
        }
        if (looks > 0) {
            evaluation.addLookBook(drawnProducts, looks);
        }
        RerankScore score = evaluation.score(model, lambda);
        JsonOutput.write(console.out(), score);
        if (plot != null) {
            writePlot(plot, score);
        }
        if (pairs != null) {
            writePairs(evaluation.judged(model, shown));
        }
        return ExitCodes.afterFailures(score.failed());
    }

    private void writePlot(Path file, RerankScore score) {
        try {
            Files.write(file, ImageEncoder.png(ReliabilityPlot.draw(score)));
        } catch (IOException e) {
            throw new BuyMeException("cannot write plot " + file + ": " + e, e);
        }
        console.note("reliability: %s", file.toAbsolutePath());
    }

    private void writePairs(List<ShownProduct> rows) {
        if (pairs != null) {
            ClickFile.write(pairs, rows);
            console.note("%d rows: %s", rows.size(), pairs.toAbsolutePath());
        }
    }
}
