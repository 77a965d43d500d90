package io.buyme.cli;

import static java.util.stream.Collectors.joining;

import io.buyme.cli.heldout.CatalogEvaluation;
import io.buyme.cli.heldout.CatalogScore;
import io.buyme.cli.heldout.HeldOutProgress;
import io.buyme.cli.heldout.SizeScore;
import io.buyme.cli.report.CurveChart;
import io.buyme.cli.report.CurveChart.Curve;
import io.buyme.cli.report.CurveChart.Point;
import io.buyme.cli.report.CurvePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme evaluate catalog}: does your catalogue find its own products? */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Holds products of a catalogue out and looks for them with another picture: a further one of the shop's where"
                    + " there is one, else the first, turned, cropped and in another light. Then looks for stand-ins, as"
                    + " if the product were not on sale. Does so in the catalogue as it is, and among more and more"
                    + " drawn products of the look book. Writes JSON; --html writes a page with curves.",
            "",
            "The catalogue is only read. The exit code is 1 if the recall is less than --min-recall."
        })
final class EvaluateCatalogCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private final RankingOptions ranking = new RankingOptions();

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "200",
            description = "Products to look for (default: ${DEFAULT-VALUE}).")
    private int queries;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            defaultValue = "1000,10000,100000",
            description = "Sizes of catalogues to look in, beside the one there is (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the draw (default: 1).")
    private long seed;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with curves.")
    private @Nullable Path html;

    @Option(
            names = "--min-recall",
            paramLabel = "R",
            defaultValue = "0",
            description =
                    "Fail if fewer of the products than this share are among the first ten matches of the catalogue"
                            + " as it is, 0 to 1.")
    private double minRecall;

    EvaluateCatalogCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        try (OpenCatalog open = catalog.openExisting();
                TemporaryFolder folder = TemporaryFolder.create("buyme-evaluate")) {
            CatalogScore score = new CatalogEvaluation(open.catalog(), open.embedder(), ranking.ranker(), progress())
                    .run(queries, sizes.stream().sorted().toList(), seed, folder.path());
            table(score)
                    .forEach(row -> console.note(
                            row.stream().map(cell -> "%12s".formatted(cell)).collect(joining())));
            if (html != null) {
                page(html, score);
                console.note("page: %s", html.toAbsolutePath());
            }
            JsonOutput.write(console.out(), score);
            return gate(score.own());
        }
    }

    private void check() {
        ranking.check();
        Usage.atLeast(1, queries, "--queries");
        sizes.forEach(size -> Usage.atLeast(queries, size, "--sizes, as all products looked for must be in it,"));
        if (!(minRecall >= 0 && minRecall <= 1)) {
            throw Usage.wrong("--min-recall is 0 to 1, got " + minRecall);
        }
    }

    private int gate(SizeScore own) {
        if (own.recallAt10() < minRecall) {
            console.note("recall@10 is %s, less than --min-recall %s", own.recallAt10(), minRecall);
            return ExitCodes.INPUT;
        }
        return ExitCodes.OK;
    }

    private HeldOutProgress progress() {
        ProgressNotes notes = new ProgressNotes(console);
        return new HeldOutProgress() {
            @Override
            public void embedded(int done, int total) {
                notes.embedded("products", done, total);
            }

            @Override
            public void size(long products) {
                console.note("looking among %d products...", products);
            }
        };
    }

    private static List<List<String>> table(CatalogScore score) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "products",
                "recall@1",
                "recall@5",
                "recall@10",
                "nDCG@10*",
                "category*",
                "coverage",
                "diversity",
                "no good",
                "index",
                "p50 ms",
                "p95 ms"));
        Stream.concat(Stream.of(score.own()), score.sizes().stream())
                .forEach(size -> rows.add(Stream.concat(
                                Stream.of(Long.toString(size.products())),
                                Stream.of(
                                                size.recallAt1(),
                                                size.recallAt5(),
                                                size.recallAt10(),
                                                size.heldOutNdcgAt10(),
                                                size.heldOutCategoryPrecisionAt10(),
                                                size.coverage(),
                                                size.diversity(),
                                                size.noGoodMatch(),
                                                size.indexRecallAt10(),
                                                size.searchMs().p50(),
                                                size.searchMs().p95())
                                        .map(value -> String.format(Locale.ROOT, "%.3f", value)))
                        .toList()));
        return rows;
    }

    private static void page(Path file, CatalogScore score) {
        List<SizeScore> sizes = Stream.concat(Stream.of(score.own()), score.sizes().stream())
                .sorted(java.util.Comparator.comparingLong(SizeScore::products))
                .toList();
        List<CurveChart> charts = List.of(
                new CurveChart(
                        "The very product, by another picture",
                        "share of queries, over products in the catalogue",
                        true,
                        List.of(
                                curve("recall@1", sizes, SizeScore::recallAt1),
                                curve("@5", sizes, SizeScore::recallAt5),
                                curve("@10", sizes, SizeScore::recallAt10))),
                new CurveChart(
                        "Stand-ins, with the product held out",
                        "nDCG@10 (category 1, same color 2) and share of the same category",
                        true,
                        List.of(
                                curve("nDCG", sizes, SizeScore::heldOutNdcgAt10),
                                curve("category", sizes, SizeScore::heldOutCategoryPrecisionAt10))),
                new CurveChart(
                        "Variety",
                        "coverage of what could be recommended, and diversity within a list",
                        true,
                        List.of(
                                curve("coverage", sizes, SizeScore::coverage),
                                curve("diversity", sizes, SizeScore::diversity))),
                new CurveChart(
                        "Time of a search",
                        "milliseconds, from the embedding to explained matches",
                        false,
                        List.of(
                                curve("p50", sizes, size -> size.searchMs().p50()),
                                curve("p95", sizes, size -> size.searchMs().p95()))));
        CurvePage.write(
                file,
                "How well the catalogue finds its own products",
                "%d queries, %d of them with a further picture of the shop; embedder %s"
                        .formatted(score.queries(), score.furtherPictures(), score.space()),
                charts,
                table(score));
    }

    private static Curve curve(String name, List<SizeScore> sizes, ToDoubleFunction<SizeScore> value) {
        return new Curve(
                name,
                sizes.stream()
                        .map(size -> new Point(size.products(), value.applyAsDouble(size)))
                        .toList());
    }
}
