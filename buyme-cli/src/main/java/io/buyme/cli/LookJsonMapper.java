package io.buyme.cli;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.LookResult;
import io.buyme.api.Match;
import io.buyme.api.Pose;
import io.buyme.api.Product;
import io.buyme.api.StageTimes;
import io.buyme.cli.LookJson.ArticleJson;
import io.buyme.cli.LookJson.BoxJson;
import io.buyme.cli.LookJson.ColorJson;
import io.buyme.cli.LookJson.DetectedBoxJson;
import io.buyme.cli.LookJson.DiscardedJson;
import io.buyme.cli.LookJson.EvidenceJson;
import io.buyme.cli.LookJson.KeypointJson;
import io.buyme.cli.LookJson.MatchJson;
import io.buyme.cli.LookJson.PoseJson;
import io.buyme.cli.LookJson.PriceJson;
import io.buyme.cli.LookJson.TagJson;
import io.buyme.cli.LookJson.TimesJson;
import io.buyme.cli.LookJson.VariantJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings results into the shape of {@link LookJson}. */
final class LookJsonMapper {

    private final boolean explain;

    LookJsonMapper(boolean explain) {
        this.explain = explain;
    }

    LookJson map(LookResult result) {
        if (result instanceof LookResult.Found found) {
            return found(found);
        }
        if (result instanceof LookResult.Rejected rejected) {
            return new LookJson(
                    rejected.photo(),
                    "rejected",
                    null,
                    pose(rejected.pose()),
                    rejected.pose().reasons(),
                    List.of(),
                    null,
                    null,
                    null);
        }
        LookResult.Failed failed = (LookResult.Failed) result;
        return new LookJson(
                failed.photo(), "failed", Failures.message(failed.cause()), null, null, null, null, null, null);
    }

    private LookJson found(LookResult.Found found) {
        return new LookJson(
                found.photo(),
                "found",
                null,
                pose(found.pose()),
                found.advice(),
                found.articles().stream().map(LookJsonMapper::article).toList(),
                explain ? found.boxes().stream().map(LookJsonMapper::box).toList() : null,
                explain
                        ? found.discarded().stream()
                                .map(LookJsonMapper::discarded)
                                .toList()
                        : null,
                times(found.times()));
    }

    private static PoseJson pose(Pose pose) {
        return new PoseJson(
                name(pose.verdict()),
                rounded(pose.score(), 4),
                pose.reasons(),
                pose.personBox().map(LookJsonMapper::box).orElse(null),
                pose.keypoints().stream()
                        .map(k ->
                                new KeypointJson(k.name(), rounded(k.x(), 1), rounded(k.y(), 1), rounded(k.score(), 4)))
                        .toList(),
                pose.otherPersons().stream().map(LookJsonMapper::box).toList());
    }

    private static ArticleJson article(ArticleMatches found) {
        Article article = found.article();
        List<MatchJson> matches = new ArrayList<>();
        for (Match match : found.matches()) {
            matches.add(match(matches.size() + 1, match));
        }
        return new ArticleJson(
                article.category(),
                name(article.superCategory()),
                rounded(article.score(), 4),
                box(article.box()),
                found.attributes().colors().stream()
                        .map(c -> new ColorJson(
                                c.name(),
                                String.format(Locale.ROOT, "#%06x", c.rgb() & 0xffffff),
                                rounded(c.share(), 4)))
                        .toList(),
                found.attributes().tags().stream()
                        .map(t -> new TagJson(t.group(), t.name(), rounded(t.score(), 4)))
                        .toList(),
                matches,
                found.notice().orElse(null));
    }

    private static MatchJson match(int rank, Match match) {
        Product product = match.product();
        return new MatchJson(
                rank,
                product.id(),
                product.title(),
                product.brand().orElse(null),
                price(product),
                product.link().orElse(null),
                product.image(),
                product.category(),
                name(product.superCategory()),
                rounded(match.score(), 6),
                match.explanation().summary(),
                match.explanation().shared(),
                match.explanation().differing(),
                match.probability().isPresent() ? rounded(match.probability().getAsDouble(), 4) : null,
                absentIfEmpty(match.evidence().stream()
                        .map(e -> new EvidenceJson(e.name(), rounded(e.value(), 6), rounded(e.contribution(), 6)))
                        .toList()),
                absentIfEmpty(
                        match.variants().stream().map(LookJsonMapper::variant).toList()));
    }

    private static VariantJson variant(Product product) {
        return new VariantJson(
                product.id(), product.title(), price(product), product.link().orElse(null), product.image());
    }

    private static @Nullable PriceJson price(Product product) {
        return product.price()
                .map(price -> new PriceJson(price.amount(), price.currency()))
                .orElse(null);
    }

    private static <T> @Nullable List<T> absentIfEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static DetectedBoxJson box(DetectedBox box) {
        Article article = box.article();
        return new DetectedBoxJson(
                article.category(),
                name(article.superCategory()),
                rounded(article.score(), 4),
                box(article.box()),
                name(box.fate()),
                box.reason());
    }

    private static DiscardedJson discarded(DetectedBox discarded) {
        Article article = discarded.article();
        return new DiscardedJson(
                article.category(),
                name(article.superCategory()),
                rounded(article.score(), 4),
                box(article.box()),
                discarded.reason());
    }

    private static TimesJson times(StageTimes times) {
        return new TimesJson(
                milliseconds(times.decode()),
                milliseconds(times.pose()),
                milliseconds(times.detect()),
                milliseconds(times.embed()),
                milliseconds(times.search()),
                milliseconds(times.total()));
    }

    private static BoxJson box(Box box) {
        return new BoxJson(rounded(box.x(), 1), rounded(box.y(), 1), rounded(box.width(), 1), rounded(box.height(), 1));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double milliseconds(Duration time) {
        return rounded(time.toNanos() / 1e6, 2);
    }

    /** Digits beyond what the stages know would be noise. */
    private static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
