package io.buyme.cli.rerank;

import io.buyme.api.Embedding;
import io.buyme.api.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * How good one list of recommendations is.
 *
 * @param first place of the first right answer, from 1; beyond the list if it has none
 * @param precision share of good matches among the first ten
 * @param gain normalized discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002): a good match counts
 *     {@code 1 / log2(place + 1)}, and the sum is divided by that of the best list possible
 * @param diversity mean of one minus the cosine over all pairs of the list; 0 if it has one product only
 */
record ListQuality(int first, double precision, double gain, double diversity) {

    static final int TOP = 10;

    /** Judges a list of at most ten. A right answer among the variants of a match has been found, too. */
    static ListQuality of(Question question, List<Match> matches, Shelf shelf, long goodOnSale) {
        List<Offer> list =
                matches.stream().map(match -> shelf.offer(match.product().id())).toList();
        int first = Integer.MAX_VALUE;
        double gain = 0;
        double best = 0;
        int good = 0;
        for (int place = 1; place <= TOP; place++) {
            double worth = Math.log(2) / Math.log(place + 1.0);
            best += place <= goodOnSale ? worth : 0;
            if (place > list.size()) {
                continue;
            }
            Offer offer = list.get(place - 1);
            boolean answer = question.isAnswer(offer)
                    || matches.get(place - 1).variants().stream()
                            .anyMatch(variant -> question.isAnswer(shelf.offer(variant.id())));
            first = answer ? Math.min(first, place) : first;
            if (question.isGood(offer)) {
                good++;
                gain += worth;
            }
        }
        return new ListQuality(
                first, list.isEmpty() ? 0 : (double) good / list.size(), best == 0 ? 0 : gain / best, diversity(list));
    }

    private static double diversity(List<Offer> list) {
        List<Embedding> vectors = new ArrayList<>();
        list.forEach(offer -> offer.described().embedding().ifPresent(vectors::add));
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = i + 1; j < vectors.size(); j++) {
                sum += 1 - vectors.get(i).similarity(vectors.get(j));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }
}
