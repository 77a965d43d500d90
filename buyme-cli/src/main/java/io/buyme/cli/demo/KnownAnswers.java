package io.buyme.cli.demo;

import io.buyme.api.ArticleMatches;
import io.buyme.api.LookResult;
import io.buyme.api.SuperCategory;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.WornGarment;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts how often a look finds the very product that is worn in the photo. Per photo and super-category one garment
 * counts: the one of which most is seen, so the coat rather than the sweater under it. Not for several threads.
 */
public final class KnownAnswers {

    private final int top;
    private final Map<SuperCategory, Rate> rates = new EnumMap<>(SuperCategory.class);

    /** Creates a count of products that are among the best {@code top} matches. */
    public KnownAnswers(int top) {
        this.top = top;
    }

    /**
     * How often something was right.
     *
     * @param hits how often the very product came back
     * @param searched how often the detector found an article of the super-category at all
     * @param of how many photos show one
     */
    public record Rate(int hits, int searched, int of) {

        private static final Rate NONE = new Rate(0, 0, 0);

        /** Returns the hits as a share of all photos that show one, 0 to 1; 1 if there was nothing to hit. */
        public double share() {
            return of == 0 ? 1 : (double) hits / of;
        }

        private Rate plus(Rate other) {
            return new Rate(hits + other.hits, searched + other.searched, of + other.of);
        }
    }

    /** Adds what was found in the photo of a look. */
    public void add(Look look, LookResult result) {
        Map<SuperCategory, Optional<WornGarment>> worn = look.worn().stream()
                .collect(Collectors.groupingBy(
                        garment -> garment.item().superCategory(),
                        Collectors.maxBy(Comparator.comparingInt(
                                garment -> garment.mask().area()))));
        worn.forEach((part, garment) -> {
            boolean hit = isHit(garment.orElseThrow().item().id(), result);
            rates.merge(part, new Rate(hit ? 1 : 0, isSearched(part, result) ? 1 : 0, 1), Rate::plus);
        });
    }

    /** Returns the rates so far, by super-category of the worn garment. */
    public Map<SuperCategory, Rate> rates() {
        return Map.copyOf(rates);
    }

    /** Returns the rate of one super-category. */
    public Rate rate(SuperCategory part) {
        return rates.getOrDefault(part, Rate.NONE);
    }

    private static boolean isSearched(SuperCategory part, LookResult result) {
        return result instanceof LookResult.Found found
                && found.articles().stream()
                        .anyMatch(article -> article.article().superCategory() == part);
    }

    private boolean isHit(String id, LookResult result) {
        return result instanceof LookResult.Found found
                && found.articles().stream().anyMatch(article -> has(article, id));
    }

    private boolean has(ArticleMatches article, String id) {
        return article.matches().stream()
                .limit(top)
                .anyMatch(match -> match.product().id().equals(id));
    }
}
