package io.buyme.cli.heldout;

import io.buyme.cli.report.CurveChart;
import io.buyme.cli.report.CurveChart.Curve;
import io.buyme.cli.report.CurveChart.Point;
import io.buyme.cli.report.CurvePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A score for people: as a table, and as a page with curves over the size of the catalogue. */
public final class CatalogPage {

    private CatalogPage() {}

    /** Returns a row of figures for each size, after a row of names. */
    public static List<List<String>> table(CatalogScore score) {
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

    /**
     * Writes the page.
     *
     * @throws io.buyme.api.BuyMeException if it cannot be written
     */
    public static void write(Path file, CatalogScore score) {
        List<SizeScore> sizes = Stream.concat(Stream.of(score.own()), score.sizes().stream())
                .sorted(Comparator.comparingLong(SizeScore::products))
                .toList();
        List<CurveChart> charts = List.of(
                new CurveChart(
                        "The very product, by another picture",
                        "share of queries, over products in the catalogue",
                        true,
                        List.of(
                                curve("recall@1", sizes, SizeScore::recallAt1),
                                curve("recall@5", sizes, SizeScore::recallAt5),
                                curve("recall@10", sizes, SizeScore::recallAt10))),
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
