package io.buyme.cli.rerank;

import io.buyme.api.Match;
import io.buyme.api.Match.Evidence;
import io.buyme.catalog.recommend.RankingModel;
import io.buyme.catalog.recommend.Recommender;
import io.buyme.catalog.recommend.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Writes down what people would be shown, to learn from it. */
final class ShownLists {

    private static final String SOLD_OUT = " (sold out)";

    private final String space;
    private final int length;
    private final Recommender recommender;

    /**
     * Creates a writer.
     *
     * @param space id of the embedder's space
     * @param model by which the lists are ordered
     * @param length of a list at most
     */
    ShownLists(String space, RankingModel model, int length) {
        this.space = space;
        this.length = length;
        this.recommender = Recommender.builder()
                .model(model)
                .explainer(Shelf.SILENT)
                .lambda(1)
                .build();
    }

    /** Returns the question behind the name of a list: one may have been asked twice. */
    static String question(String list) {
        return list.endsWith(SOLD_OUT) ? list.substring(0, list.length() - SOLD_OUT.length()) : list;
    }

    /** Labels are good matches. Every question is asked once more with all good matches taken off the shelf. */
    List<ShownProduct> judged(Trial trial) {
        Shelf shelf = new Shelf(trial.offers());
        List<ShownProduct> rows = new ArrayList<>();
        for (Question question : trial.questions()) {
            rows.addAll(list(shelf, question, question.name(), offer -> true));
            rows.addAll(list(shelf, question, question.name() + SOLD_OUT, offer -> !question.isGood(offer)));
        }
        return rows;
    }

    /**
     * Labels are clicks of simulated people, who look at the first product, and at the one of place {@code n} with a
     * probability of {@code 1 / sqrt(n)}, and click nine in ten of the good ones they look at, and one in twenty others.
     */
    List<ShownProduct> clicked(Trial trial, RandomGenerator random) {
        Shelf shelf = new Shelf(trial.offers());
        List<ShownProduct> rows = new ArrayList<>();
        for (Question question : trial.questions()) {
            for (ShownProduct shown : list(shelf, question, question.name(), offer -> true)) {
                boolean looked = random.nextDouble() < 1 / Math.sqrt(shown.rank());
                boolean click = looked && random.nextDouble() < (shown.label() ? 0.9 : 0.05);
                rows.add(new ShownProduct(shown.query(), shown.product(), shown.rank(), click, space, shown.signals()));
            }
        }
        return rows;
    }

    private List<ShownProduct> list(Shelf shelf, Question question, String name, Predicate<Offer> onSale) {
        List<ShownProduct> rows = new ArrayList<>();
        for (Match match : shelf.ask(recommender, question, onSale, length).matches()) {
            Offer offer = shelf.offer(match.product().id());
            rows.add(
                    new ShownProduct(name, offer.id(), rows.size() + 1, question.isGood(offer), space, signals(match)));
        }
        return rows;
    }

    private static Signals signals(Match match) {
        return Signals.of(match.evidence().stream().map(Evidence::value).toList());
    }
}
