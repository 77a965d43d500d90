package io.buyme.cli;

import io.buyme.catalog.recommend.RankingModel;
import io.buyme.catalog.recommend.RankingWeights;
import io.buyme.catalog.recommend.Signals;
import io.buyme.cli.rerank.ClickFile;
import io.buyme.cli.rerank.RankingLesson;
import io.buyme.cli.rerank.RankingLesson.LabelKind;
import io.buyme.cli.rerank.RankingLesson.Learned;
import io.buyme.cli.rerank.ShownProduct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buyme train rerank}: what do people look for in a match? */
@Command(
        name = "rerank",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        sortOptions = false,
        description = {
            "Learns from clicks or judgments how much similarity, tags, color and category count in the order of matches,"
                    + " and writes weights for 'buyme look --weights'. One query in four is held back, and the order"
                    + " before and after measured on it; the result is JSON, which docs/cli.md describes.",
            "",
            "The files are CSV with the columns query, product, rank, label (1 or 0), space, similarity, tags, color and"
                    + " category; the last four are the evidence in 'buyme look --json'."
        })
final class TrainRerankCommand implements Callable<Integer> {

    private final Console console;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private final Labels labels = new Labels();

    @Option(
            names = "--calibrate",
            paramLabel = "FILE",
            description =
                    "Judgments to fit probabilities to. Without it, these are fitted to --judgments; with --clicks they"
                            + " stay as near to those before as the new order allows.")
    private @Nullable Path calibrate;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights to begin with and to compare with, instead of the built-in ones.")
    private @Nullable Path weights;

    @Option(
            names = "--fix",
            paramLabel = "SIGNAL=WEIGHT",
            description = "A weight that you choose and that is not learned; may be given several times.")
    private Map<String, Double> fixed = Map.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the weights go.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path out;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of all random numbers, and of what is held back (default: ${DEFAULT-VALUE}).")
    private long seed;

    TrainRerankCommand(Console console) {
        this.console = console;
    }

    /** What is learned from. */
    private static final class Labels {

        @Option(
                names = "--clicks",
                paramLabel = "FILE",
                description = "What was shown, with label 1 for what was clicked or bought.")
        private @Nullable Path clicks;

        @Option(
                names = "--judgments",
                paramLabel = "FILE",
                description = "What was shown, with label 1 for good matches, as 'evaluate rerank --pairs' writes it.")
        private @Nullable Path judgments;
    }

    @Override
    public Integer call() {
        RankingModel start = start();
        Learned learned = labels.clicks != null
                ? new RankingLesson(start, LabelKind.CLICK, fixed.keySet(), seed)
                        .learn(ClickFile.read(labels.clicks), judged(List.of()))
                : fromJudgments(start);
        learned.model().save(out, comments());
        JsonOutput.write(console.out(), learned.score());
        console.note("wrote %s", out.toAbsolutePath());
        return ExitCodes.OK;
    }

    private RankingModel start() {
        RankingModel model = weights == null ? RankingModel.standard() : RankingModel.load(weights);
        List<Double> values = new ArrayList<>(model.weights().values());
        fixed.forEach((name, value) -> {
            if (!Signals.NAMES.contains(name)) {
                throw Usage.wrong("--fix is for one of %s, got '%s'".formatted(Signals.NAMES, name));
            }
            values.set(Signals.NAMES.indexOf(name), value);
        });
        return new RankingModel(RankingWeights.of(values), model.calibration());
    }

    private Learned fromJudgments(RankingModel start) {
        if (labels.judgments == null) {
            throw Usage.wrong("give --clicks or --judgments");
        }
        List<ShownProduct> rows = ClickFile.read(labels.judgments);
        return new RankingLesson(start, LabelKind.JUDGMENT, fixed.keySet(), seed).learn(rows, judged(rows));
    }

    private List<ShownProduct> judged(List<ShownProduct> otherwise) {
        return calibrate == null ? otherwise : ClickFile.read(calibrate);
    }

    private List<String> comments() {
        return List.of(
                "Written by buyme train rerank --seed " + seed,
                "Learned from " + source()
                        + (calibrate == null ? "" : ", probabilities from " + calibrate.getFileName()),
                fixed.isEmpty() ? "No weight was fixed" : "Fixed were " + fixed);
    }

    private String source() {
        Path file = labels.clicks != null ? labels.clicks : labels.judgments;
        return file == null ? "" : String.valueOf(file.getFileName());
    }
}
