package io.buyme.cli;

import static java.util.stream.Collectors.joining;

import io.buyme.cli.heldout.CatalogEvaluation;
import io.buyme.cli.heldout.CatalogPage;
import io.buyme.cli.heldout.CatalogScore;
import io.buyme.cli.heldout.HeldOutProgress;
import io.buyme.cli.heldout.SizeScore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
            CatalogPage.table(score)
                    .forEach(row -> console.note(
                            row.stream().map(cell -> "%12s".formatted(cell)).collect(joining())));
            if (html != null) {
                CatalogPage.write(html, score);
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
}
