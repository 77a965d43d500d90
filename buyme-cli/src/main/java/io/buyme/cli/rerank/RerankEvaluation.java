package io.buyme.cli.rerank;

import io.buyme.api.Embedder;
import io.buyme.catalog.recommend.RankingModel;
import io.buyme.cli.evaluate.EmbedProgress;
import io.buyme.cli.evaluate.EvaluationException;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.LookBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Measures what re-ranking and variety change, and whether probabilities and notices are true. For one run, by one thread.
 */
public final class RerankEvaluation {

    private static final long EVEN_SEED = 3003;
    private static final long ODD_SEED = 3004;

    private final Describer describer;
    private final EmbedProgress progress;
    private final SamplePart part;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * Creates an evaluation without any trial yet.
     *
     * @param embedder closed by the caller
     * @param part which pictures take part
     */
    public RerankEvaluation(Embedder embedder, SamplePart part, EmbedProgress progress) {
        this.describer = new Describer(embedder, progress);
        this.progress = progress;
        this.part = part;
    }

    /**
     * Adds product pictures that search among others; those of one class are good matches for each other.
     *
     * @param products folder with a folder for each class
     * @param queries likewise; may be the same, as no picture is its own answer
     */
    public void addPictures(Path products, Path queries, int limitPerClass) {
        List<Offer> offers = offers(products, limitPerClass);
        List<Question> questions =
                ClassPictures.in(queries, part, limitPerClass).questions(describer);
        trials.add(new Trial("pictures", offers, questions));
    }

    /** Adds articles of photos that search among product pictures; those of their kind of garment are good matches. */
    public void addStreet(StreetPhotos photos, Path products, int limitPerClass) {
        List<Offer> offers = trials.stream()
                .filter(trial -> trial.name().equals("pictures"))
                .findFirst()
                .map(Trial::offers)
                .orElseGet(() -> offers(products, limitPerClass));
        trials.add(new Trial("street", offers, photos.questions(part, offers, describer, progress)));
    }

    /** Adds drawn people who search for what they wear among drawn products; those of like design are good matches. */
    public void addLookBook(int products, int looks) {
        addLookBook(products, looks, DrawnLooks::twins, false);
    }

    /**
     * Adds drawn people who say what category they wear, and to whom products with the same value of an attribute are good
     * matches: {@code category}, {@code color}, {@code pattern}, {@code sleeve} or {@code neckline}.
     */
    public void addTaste(int products, int looks, String attribute) {
        Function<CatalogItem, String> label = attribute.equals("category")
                ? CatalogItem::category
                : item -> item.attributes().getOrDefault(attribute, "none");
        addLookBook(products, looks, label, true);
    }

    private void addLookBook(int products, int looks, Function<CatalogItem, String> label, boolean told) {
        LookBook book = LookBook.withSeed(part == SamplePart.FIT ? EVEN_SEED : ODD_SEED);
        trials.add(new DrawnLooks(book, products, looks, label, told).trial(describer));
    }

    /**
     * Measures all trials.
     *
     * @param model of the rankings that are compared with the nearest first
     * @param lambda of the diversified one
     */
    public RerankScore score(RankingModel model, double lambda) {
        return new RerankScore(
                describer.space(),
                trials.stream()
                        .map(trial -> new TrialRun(trial, model, lambda).score())
                        .toList(),
                describer.failures().size(),
                describer.failures());
    }

    /** Returns what would be shown, with labels of what is a good match. */
    public List<ShownProduct> judged(RankingModel model, int length) {
        ShownLists lists = new ShownLists(describer.space(), model, length);
        return trials.stream().flatMap(trial -> lists.judged(trial).stream()).toList();
    }

    /** Returns what would be shown, with simulated clicks. */
    public List<ShownProduct> clicked(RankingModel model, int length, long seed) {
        ShownLists lists = new ShownLists(describer.space(), model, length);
        SplittableRandom random = new SplittableRandom(seed);
        return trials.stream()
                .flatMap(trial -> lists.clicked(trial, random).stream())
                .toList();
    }

    private List<Offer> offers(Path products, int limitPerClass) {
        List<Offer> offers = ClassPictures.in(products, part, limitPerClass).offers(describer);
        if (offers.isEmpty()) {
            throw new EvaluationException("there is no product picture of the part %s in %s".formatted(part, products));
        }
        return offers;
    }
}
