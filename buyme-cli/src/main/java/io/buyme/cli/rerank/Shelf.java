package io.buyme.cli.rerank;

import io.buyme.api.ArticleMatches;
import io.buyme.api.Explainer;
import io.buyme.api.Explanation;
import io.buyme.api.Ranker;
import io.buyme.api.Ranker.Candidate;
import io.buyme.api.SuperCategory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Asks a ranker what a catalogue of offers has, by exact search in the article's super-category. Immutable. */
final class Shelf {

    /** What is said of a match makes no difference to its place. */
    static final Explainer SILENT = (article, seen, product, score) -> new Explanation("", List.of(), List.of());

    private final List<Offer> offers;
    private final Map<String, Offer> byId = new HashMap<>();

    Shelf(List<Offer> offers) {
        this.offers = List.copyOf(offers);
        offers.forEach(offer -> byId.put(offer.id(), offer));
    }

    Offer offer(String id) {
        Offer offer = byId.get(id);
        if (offer == null) {
            throw new IllegalArgumentException("no offer has the id " + id);
        }
        return offer;
    }

    /** Returns the nearest of those offers that are on sale, nearest first. */
    List<Candidate> candidates(Question question, Predicate<Offer> onSale, int count) {
        return inReach(question, onSale).stream()
                .map(offer -> new Candidate(offer.described(), similarity(question, offer)))
                .sorted(Comparator.comparingDouble(Candidate::similarity).reversed())
                .limit(count)
                .toList();
    }

    ArticleMatches ask(Ranker ranker, Question question, Predicate<Offer> onSale, int matches) {
        return ranker.rank(question.sought(), candidates(question, onSale, ranker.candidates(matches)), matches);
    }

    /** Returns the offers that a catalogue would search. A picture that is both asked for and on sale is not its own answer. */
    List<Offer> inReach(Question question, Predicate<Offer> onSale) {
        SuperCategory part = question.sought().article().superCategory();
        return offers.stream()
                .filter(offer -> offer.described().product().superCategory() == part)
                .filter(offer -> !offer.id().equals(question.name()))
                .filter(onSale)
                .toList();
    }

    private static double similarity(Question question, Offer offer) {
        return offer.described()
                .embedding()
                .map(question.sought().described().embedding()::similarity)
                .orElseThrow();
    }
}
