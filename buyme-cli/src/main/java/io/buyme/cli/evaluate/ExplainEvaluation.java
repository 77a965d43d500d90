package io.buyme.cli.evaluate;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.catalog.explain.Fill;
import io.buyme.catalog.explain.SimilarityExplainer;
import io.buyme.catalog.explain.SimilarityMaps;
import io.buyme.cli.evaluate.ExplainScore.Deletion;
import io.buyme.cli.evaluate.ExplainScore.Drops;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures whether maps tell the truth: hiding what they say carried a similarity must lower it more than hiding as much
 * of the article elsewhere. For one run, by one thread.
 */
public final class ExplainEvaluation {

    /** How much of the article is hidden. */
    private static final double SHARE = 0.2;

    private static final int DRAWS = 5;
    private static final List<Double> CURVE = List.of(0.1, 0.3, 0.5, 0.7, 0.9);

    private final Embedder embedder;
    private final String method;
    private final SimilarityExplainer explainer;
    private final EmbedProgress progress;

    /**
     * Creates an evaluation of the maps of this embedder, which the caller closes.
     *
     * @param method name of the explainer
     */
    public ExplainEvaluation(Embedder embedder, String method, SimilarityExplainer explainer, EmbedProgress progress) {
        this.embedder = embedder;
        this.method = method;
        this.explainer = explainer;
        this.progress = progress;
    }

    /** Receives the maps of each pair, such as to draw them. */
    public interface Listener {

        /** Takes the maps of a pair. */
        void explained(int number, Crop article, Crop product, SimilarityMaps maps);
    }

    /**
     * Scores the maps.
     *
     * @param seed of the random cells
     */
    public ExplainScore run(MatchPairs matches, long seed, Listener listener) {
        List<MatchPair> pairs = matches.pairs();
        Random random = new Random(seed);
        List<Measured> measured = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        long nanos = 0;
        for (MatchPair pair : pairs) {
            try {
                Crop article = pair.article().crop();
                Crop product = pair.product().crop();
                long start = System.nanoTime();
                SimilarityMaps maps = explainer.explain(article, product);
                nanos += System.nanoTime() - start;
                measured.add(measure(article, product, maps, random));
                listener.explained(measured.size(), article, product, maps);
            } catch (BuyMeException e) {
                failures.add(new Failure(pair.name(), String.valueOf(e.getMessage())));
            }
            progress.embedded("pairs", measured.size() + failures.size(), pairs.size());
        }
        return score(measured, failures, Rounded.millisPer(measured.size(), nanos));
    }

    /**
     * What hiding did to a pair.
     *
     * @param similarity as it is
     * @param article drops of the article's picture, by filling
     * @param product drops of the product's picture, by filling
     * @param deletion similarities along the curve
     */
    private record Measured(double similarity, PictureDrops article, PictureDrops product, List<Deletion> deletion) {

        double map(Fill fill) {
            return (article.by(fill).map() + product.by(fill).map()) / 2;
        }

        double random(Fill fill) {
            return (article.by(fill).random() + product.by(fill).random()) / 2;
        }
    }

    private record Drop(double map, double random) {}

    /** The drops of one picture, by filling. */
    private record PictureDrops(Drop background, Drop mean) {

        Drop by(Fill fill) {
            return fill == Fill.BACKGROUND ? background : mean;
        }
    }

    private Measured measure(Crop article, Crop product, SimilarityMaps maps, Random random) {
        List<Embedding> whole = embedder.embedAll(List.of(article, product));
        double similarity = whole.get(0).similarity(whole.get(1));
        Hiding ofArticle = Hiding.of(article, maps.article(), whole.get(1));
        Hiding ofProduct = Hiding.of(product, maps.product(), whole.get(0));
        List<Deletion> one = deletion(ofArticle, random);
        List<Deletion> other = deletion(ofProduct, random);
        List<Deletion> both = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            both.add(new Deletion(
                    CURVE.get(i),
                    (one.get(i).map() + other.get(i).map()) / 2,
                    (one.get(i).random() + other.get(i).random()) / 2));
        }
        return new Measured(
                similarity, drops(similarity, ofArticle, random), drops(similarity, ofProduct, random), both);
    }

    private PictureDrops drops(double similarity, Hiding hiding, Random random) {
        List<List<Integer>> hidden = new ArrayList<>();
        hidden.add(hiding.hottest(SHARE));
        for (int i = 0; i < DRAWS; i++) {
            hidden.add(hiding.random(SHARE, random));
        }
        return new PictureDrops(
                drop(similarity, hiding.similarities(embedder, hidden, Fill.BACKGROUND)),
                drop(similarity, hiding.similarities(embedder, hidden, Fill.MEAN)));
    }

    /**
     * Returns the drops.
     *
     * @param left what is left by the map, and then by each of the random draws
     */
    private static Drop drop(double similarity, List<Double> left) {
        double mean =
                left.stream().skip(1).mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Drop(similarity - left.get(0), similarity - mean);
    }

    private List<Deletion> deletion(Hiding hiding, Random random) {
        List<List<Integer>> hidden = new ArrayList<>();
        CURVE.forEach(share -> hidden.add(hiding.hottest(share)));
        List<Integer> order = hiding.random(1, random);
        CURVE.forEach(share ->
                hidden.add(order.subList(0, hidden.get(CURVE.indexOf(share)).size())));
        List<Double> left = hiding.similarities(embedder, hidden, Fill.BACKGROUND);
        List<Deletion> curve = new ArrayList<>();
        for (int i = 0; i < CURVE.size(); i++) {
            curve.add(new Deletion(CURVE.get(i), left.get(i), left.get(CURVE.size() + i)));
        }
        return curve;
    }

    private ExplainScore score(List<Measured> measured, List<Failure> failures, @Nullable Double msPerPair) {
        boolean none = measured.isEmpty();
        return new ExplainScore(
                embedder.space().id(),
                method,
                measured.size(),
                none ? null : mean(measured, Measured::similarity),
                SHARE,
                DRAWS,
                none ? null : drops(measured, Fill.BACKGROUND),
                none ? null : drops(measured, Fill.MEAN),
                none ? List.of() : curve(measured),
                msPerPair,
                failures.size(),
                failures);
    }

    private static Drops drops(List<Measured> measured, Fill fill) {
        return new Drops(
                mean(measured, m -> m.map(fill)),
                mean(measured, m -> m.random(fill)),
                Rounded.share(standardError(measured, fill)),
                mean(measured, m -> m.map(fill) > m.random(fill) ? 1 : 0),
                mean(measured, m -> m.article().by(fill).map()),
                mean(measured, m -> m.article().by(fill).random()),
                mean(measured, m -> m.product().by(fill).map()),
                mean(measured, m -> m.product().by(fill).random()));
    }

    private static double standardError(List<Measured> measured, Fill fill) {
        if (measured.size() < 2) {
            return 0;
        }
        double[] gains =
                measured.stream().mapToDouble(m -> m.map(fill) - m.random(fill)).toArray();
        double mean = Arrays.stream(gains).average().orElseThrow();
        double squares = Arrays.stream(gains).map(g -> (g - mean) * (g - mean)).sum();
        return Math.sqrt(squares / (gains.length - 1) / gains.length);
    }

    private static List<Deletion> curve(List<Measured> measured) {
        List<Deletion> curve = new ArrayList<>();
        for (int i = 0; i < CURVE.size(); i++) {
            int point = i;
            curve.add(new Deletion(
                    CURVE.get(i),
                    mean(measured, m -> m.deletion().get(point).map()),
                    mean(measured, m -> m.deletion().get(point).random())));
        }
        return Collections.unmodifiableList(curve);
    }

    private static double mean(List<Measured> measured, ToDoubleFunction<Measured> value) {
        return Rounded.share(measured.stream().mapToDouble(value).average().orElseThrow());
    }
}
