package io.buyme.cli.rerank;

import io.buyme.api.ArticleMatches;
import io.buyme.api.Match;
import io.buyme.api.Ranker;
import io.buyme.catalog.recommend.RankingModel;
import io.buyme.catalog.recommend.Recommender;
import io.buyme.cli.evaluate.Rounded;
import io.buyme.cli.rerank.Reliability.Told;
import io.buyme.cli.rerank.RerankScore.Notices;
import io.buyme.cli.rerank.RerankScore.OrderScore;
import io.buyme.cli.rerank.RerankScore.TrialScore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Puts the questions of a trial to rankers, and judges the answers. */
final class TrialRun {

    /** Places that people look at, whose probabilities are judged. */
    static final int SHOWN = 5;

    private final Trial trial;
    private final Shelf shelf;
    private final RankingModel model;
    private final double lambda;
    private final List<Question> questions;

    TrialRun(Trial trial, RankingModel model, double lambda) {
        this.trial = trial;
        this.shelf = new Shelf(trial.offers());
        this.model = model;
        this.lambda = lambda;
        this.questions = trial.questions().stream()
                .filter(question -> shelf.inReach(question, question::isGood).size() > 0)
                .toList();
    }

    TrialScore score() {
        Recommender reranking = reranking();
        return new TrialScore(
                trial.name(),
                trial.offers().size(),
                questions.size(),
                order(Ranker.nearestFirst(Shelf.SILENT)),
                order(reranking),
                order(diversifying()),
                reliability(reranking),
                notices(reranking));
    }

    /** Every product for itself, in the order of the totals. */
    private Recommender reranking() {
        return Recommender.builder()
                .model(model)
                .explainer(Shelf.SILENT)
                .lambda(1)
                .duplicateFrom(1)
                .build();
    }

    private Recommender diversifying() {
        return Recommender.builder()
                .model(model)
                .explainer(Shelf.SILENT)
                .lambda(lambda)
                .build();
    }

    private OrderScore order(Ranker ranker) {
        List<ListQuality> lists = new ArrayList<>();
        long nanos = 0;
        for (Question question : questions) {
            List<Ranker.Candidate> candidates =
                    shelf.candidates(question, offer -> true, ranker.candidates(ListQuality.TOP));
            long start = System.nanoTime();
            ArticleMatches answer = ranker.rank(question.sought(), candidates, ListQuality.TOP);
            nanos += System.nanoTime() - start;
            lists.add(ListQuality.of(
                    question,
                    answer.matches(),
                    shelf,
                    shelf.inReach(question, question::isGood).size()));
        }
        return new OrderScore(
                mean(lists, list -> list.first() <= 1 ? 1 : 0),
                mean(lists, list -> list.first() <= 5 ? 1 : 0),
                mean(lists, list -> list.first() <= 10 ? 1 : 0),
                mean(lists, ListQuality::precision),
                mean(lists, ListQuality::gain),
                mean(lists, ListQuality::diversity),
                Math.round(nanos / 1e4 / Math.max(1, lists.size())) / 100.0);
    }

    /** Every question counts twice, once with all good matches taken off the shelf: shops lack things as often as not. */
    private @Nullable Reliability reliability(Recommender recommender) {
        List<Told> told = new ArrayList<>();
        for (Question question : answerable()) {
            told.addAll(told(question, shelf.ask(recommender, question, offer -> true, SHOWN)));
            told.addAll(told(question, without(recommender, question)));
        }
        return told.isEmpty() ? null : Reliability.of(told);
    }

    private List<Told> told(Question question, ArticleMatches answer) {
        return answer.matches().stream()
                .flatMap(match -> match.probability().stream()
                        .mapToObj(p -> new Told(
                                p, question.isOfKind(shelf.offer(match.product().id())))))
                .toList();
    }

    private @Nullable Notices notices(Recommender recommender) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        int present = 0;
        int good = 0;
        int shown = 0;
        int absent = 0;
        for (Question question : answerable()) {
            ArticleMatches answer = shelf.ask(recommender, question, offer -> true, SHOWN);
            ArticleMatches nothing = without(recommender, question);
            boolean noticed = answer.notice().isPresent();
            boolean first = question.isOfKind(
                    shelf.offer(answer.matches().get(0).product().id()));
            present += noticed ? 1 : 0;
            good += first ? 1 : 0;
            shown += first && noticed ? 1 : 0;
            absent += nothing.notice().isPresent() ? 1 : 0;
            with.add(best(answer));
            without.add(best(nothing));
        }
        boolean calibrated = with.stream().anyMatch(probability -> probability >= 0);
        return calibrated
                ? new Notices(
                        with.size(),
                        share(present, with.size()),
                        share(shown, good),
                        share(absent, with.size()),
                        Rounded.share(area(with, without)))
                : null;
    }

    /** Where nothing else is left of the super-category, that there is no good match goes without saying. */
    private List<Question> answerable() {
        return questions.stream()
                .filter(question -> shelf.inReach(question, offer -> !question.isOfKind(offer))
                                .size()
                        > 0)
                .toList();
    }

    private ArticleMatches without(Recommender recommender, Question question) {
        return shelf.ask(recommender, question, offer -> !question.isOfKind(offer), SHOWN);
    }

    private static double best(ArticleMatches answer) {
        return answer.matches().stream()
                .map(Match::probability)
                .mapToDouble(probability -> probability.orElse(-1))
                .max()
                .orElse(-1);
    }

    private static double area(List<Double> positive, List<Double> negative) {
        double wins = 0;
        for (double one : positive) {
            for (double other : negative) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / Math.max(1, positive.size() * negative.size());
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : Rounded.share((double) part / all);
    }

    private static double mean(List<ListQuality> lists, ToDoubleFunction<ListQuality> measure) {
        return Rounded.share(lists.stream().mapToDouble(measure).average().orElse(0));
    }
}
