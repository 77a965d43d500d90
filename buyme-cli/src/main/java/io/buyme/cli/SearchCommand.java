package io.buyme.cli;

import io.buyme.api.ArticleMatches;
import io.buyme.api.Box;
import io.buyme.api.LookRequest;
import io.buyme.api.Product;
import io.buyme.api.Ranker;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogSearch;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme search}: products like another one, like a part of a picture, or that fulfil conditions. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Finds products of a catalogue: with --like those most like one of its own, with --picture those most like"
                    + " what is in a box of a picture, and without either those that fulfil all conditions, by id.",
            "",
            "The exit code is 1 if there is no product of the id."
        })
final class SearchCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

    @Option(names = "--like", paramLabel = "ID", description = "Products like this one of the catalogue.")
    private @Nullable String like;

    @Option(names = "--picture", paramLabel = "FILE", description = "Products like what is in this picture.")
    private @Nullable Path picture;

    @Option(
            names = "--box",
            paramLabel = "X,Y,WIDTH,HEIGHT",
            description = "The part of the picture to look at, in pixels (default: all of it).")
    private @Nullable String box;

    @Option(
            names = "--category",
            paramLabel = "WORD",
            description = "What is in the picture: a category word, such as dress or shoes; required with --picture.")
    private @Nullable String category;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Mixin
    private final RankingOptions ranking = new RankingOptions();

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Products at most (default: ${DEFAULT-VALUE}).")
    private int matches;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    SearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, matches, "-k");
        if (like != null && picture != null) {
            throw Usage.wrong("--like and --picture exclude each other");
        }
        ranking.check();
        LookRequest request = LookRequest.of(matches).where(filter.filter());
        try (OpenCatalog open = catalog.openExisting()) {
            Ranker ranker = ranking.ranker();
            if (like != null) {
                ArticleMatches found = new CatalogSearch(open.catalog(), ranker)
                        .moreLike(like, request)
                        .orElse(null);
                return found == null ? unknown(like) : show(found);
            }
            if (picture != null) {
                return show(inPicture(open, picture, ranker, request));
            }
            return list(open.catalog(), request);
        }
    }

    private int unknown(String id) {
        console.note("buyme: no product '%s'", OneLine.of(id));
        return ExitCodes.INPUT;
    }

    private ArticleMatches inPicture(OpenCatalog open, Path file, Ranker ranker, LookRequest request) {
        if (category == null) {
            throw Usage.wrong("--picture needs --category, such as --category dress");
        }
        SuperCategory part = Taxonomy.standard()
                .find(category)
                .orElseThrow(
                        () -> Usage.wrong("no category '%s' is known; try dress, pants or shoes".formatted(category)));
        BufferedImage image = ImageDecoder.standard().decode(file);
        Box whole = new Box(0, 0, image.getWidth(), image.getHeight());
        Box wanted = box == null ? whole : parse(box);
        if (wanted.intersectionArea(whole) < 1) {
            throw Usage.wrong("--box %s is beside the picture of %d x %d pixels"
                    .formatted(box, image.getWidth(), image.getHeight()));
        }
        return new CatalogSearch(open.catalog(), ranker).inBox(image, wanted, category, part, open.embedder(), request);
    }

    private static Box parse(String text) {
        try {
            List<Double> numbers = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                numbers.add(Double.parseDouble(part.strip()));
            }
            if (numbers.size() == 4) {
                return new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
            }
        } catch (IllegalArgumentException e) {
            throw Usage.wrong("--box must be x,y,width,height in pixels, got " + text + ": " + e.getMessage());
        }
        throw Usage.wrong("--box must be x,y,width,height in pixels, got " + text);
    }

    private int show(ArticleMatches found) {
        if (json) {
            JsonOutput.write(console.out(), LookJsonMapper.article(found));
        } else {
            new TextOutput(console.out(), false).article(found);
        }
        return ExitCodes.OK;
    }

    private int list(Catalog products, LookRequest request) {
        List<Product> found = products.products(request.filter(), request.matches());
        if (json) {
            JsonOutput.write(
                    console.out(), found.stream().map(LookJsonMapper::variant).toList());
        } else {
            found.forEach(product -> console.out().println(ListCommand.line(product)));
        }
        if (found.isEmpty()) {
            console.note("no product passes");
        }
        return ExitCodes.OK;
    }
}
