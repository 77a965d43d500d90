package io.buyme.cli;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.api.ColorPair;
import io.buyme.api.LookResult;
import io.buyme.api.Photo;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import io.buyme.cli.report.TopDown;
import io.buyme.image.ImageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buyme explain}: why is this product like that article? */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Shows why a product was recommended for an article of a photo: what both have in common and what differs,"
                    + " their colours side by side, and as heat maps the regions of both pictures that carried the"
                    + " similarity.",
            "",
            "Without --product, each article is explained with its best match. The product's picture must be a file."
        })
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PHOTO", description = "Photo to look at.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path file;

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private final LookOptions look = new LookOptions();

    @Option(
            names = "--product",
            paramLabel = "ID",
            description = "Product to compare with; otherwise the best match. 'buyme list' shows the ids.")
    private @Nullable String productId;

    @Option(
            names = "--article",
            paramLabel = "WORD",
            description = "Which article of the photo: its category or super-category, such as 'pants' or 'upper'.")
    private @Nullable String word;

    @Option(
            names = "--box",
            paramLabel = "X,Y,W,H",
            split = ",",
            arity = "1",
            description = "The article's place in pixels of the photo, instead of what the detector finds.")
    private List<Double> box = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also draw it: a PNG picture, or several with numbers for several articles.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Write JSON, an array with an object for each article.")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        look.check();
        if (!box.isEmpty() && box.size() != 4) {
            throw Usage.wrong("--box is four numbers, left,top,width,height, got " + box.size());
        }
        Photo photo = new FilePhoto(file);
        try (OpenCatalog open = catalog.openExisting()) {
            Explaining explaining = new Explaining(photo.read(), open);
            Optional<DescribedProduct> product = Optional.ofNullable(productId).map(explaining::product);
            List<ExplainedMatch> explained =
                    box.isEmpty() ? ofPhoto(photo, open, explaining, product) : List.of(ofBox(explaining, product));
            write(explained);
        }
        return ExitCodes.OK;
    }

    private ExplainedMatch ofBox(Explaining explaining, Optional<DescribedProduct> product) {
        SuperCategory part = Optional.ofNullable(word)
                .map(Taxonomy.standard()::superCategoryOf)
                .or(() -> product.map(p -> p.product().superCategory()))
                .orElseThrow(() -> Usage.wrong(
                        "what is in the --box? say --article with its category, such as 'pants', or --product"));
        Box place = new Box(box.get(0), box.get(1), box.get(2), box.get(3));
        String category = word == null ? part.label() : word;
        Article article = new Article(category, part, 1, place, Optional.empty());
        return product.map(p -> explaining.with(article, p)).orElseGet(() -> explaining.nearest(article));
    }

    private List<ExplainedMatch> ofPhoto(
            Photo photo, OpenCatalog open, Explaining explaining, Optional<DescribedProduct> product) {
        List<ArticleMatches> articles;
        try (LookSession session = look.start(open)) {
            articles = articles(session.pipeline().look(photo));
        }
        List<ArticleMatches> chosen = articles.stream()
                .filter(found -> word == null || isCalled(found.article(), word))
                .filter(found -> product.isEmpty()
                        || product.get().product().superCategory()
                                == found.article().superCategory())
                .toList();
        if (chosen.isEmpty()) {
            throw new BuyMeException("the photo shows %s%s; found %s; say where with --box"
                    .formatted(
                            word == null ? "nothing" : "no " + word,
                            product.map(p -> " for a product of "
                                            + p.product().superCategory().label())
                                    .orElse(""),
                            articles.stream().map(f -> f.article().category()).toList()));
        }
        if (product.isPresent()) {
            // The detector lists the surest first.
            return List.of(explaining.with(chosen.get(0).article(), product.get()));
        }
        return TopDown.order(chosen).stream()
                .flatMap(found -> explaining.best(found).stream())
                .toList();
    }

    private static List<ArticleMatches> articles(LookResult result) {
        if (result instanceof LookResult.Found found) {
            return found.articles();
        }
        if (result instanceof LookResult.Failed failed) {
            throw failed.cause();
        }
        throw new BuyMeException("the strict gate turned the photo down; leave out --gate strict");
    }

    private static boolean isCalled(Article article, String word) {
        String normal = Taxonomy.normalize(word);
        return normal.equals(Taxonomy.normalize(article.category()))
                || normal.equals(Taxonomy.normalize(article.superCategory().label()));
    }

    private void write(List<ExplainedMatch> explained) {
        List<ExplainJson> results = new ArrayList<>();
        for (ExplainedMatch one : explained) {
            Optional<Path> picture =
                    Optional.ofNullable(out).map(f -> numbered(f, results.size() + 1, explained.size()));
            picture.ifPresent(f -> draw(one, f));
            results.add(ExplainJson.of(one, picture.map(Path::toString).orElse(null)));
            if (!json) {
                text(one, picture);
            }
        }
        if (json) {
            JsonOutput.write(console.out(), results);
        }
    }

    private void text(ExplainedMatch one, Optional<Path> picture) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s: %s, score %.3f%n",
                        OneLine.of(one.article().category()),
                        OneLine.of(one.match().product().title()),
                        one.match().score());
        console.out().println("  " + OneLine.of(one.match().explanation().summary()));
        for (ColorPair pair : one.match().explanation().colors()) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "  %s %.0f %% | %s %.0f %%, %.1f apart%n",
                            pair.article().name(),
                            100 * pair.article().share(),
                            pair.product().name(),
                            100 * pair.product().share(),
                            pair.difference());
        }
        picture.ifPresent(f -> console.out().println("  picture: " + f.toAbsolutePath()));
    }

    private static Path numbered(Path file, int number, int count) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return count == 1 ? file : file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private static void draw(ExplainedMatch one, Path file) {
        try {
            Files.write(file, ImageEncoder.png(one.draw()));
        } catch (IOException e) {
            throw new BuyMeException("cannot write the picture " + file + ": " + e, e);
        }
    }
}
