package io.buyme.catalog.recommend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Which of the candidates are listed, and in which order. */
final class Selection {

    private final Resemblance resemblance;

    Selection(Resemblance resemblance) {
        this.resemblance = resemblance;
    }

    /** Gathers variants under the best of them. The styles keep the order of the candidates, which is best first. */
    List<Style> styles(List<Scored> bestFirst, double duplicate) {
        List<Scored> leaders = new ArrayList<>();
        List<List<Scored>> others = new ArrayList<>();
        for (Scored scored : bestFirst) {
            int style = styleOf(scored, leaders, duplicate);
            if (style < 0) {
                leaders.add(scored);
                others.add(new ArrayList<>());
            } else {
                others.get(style).add(scored);
            }
        }
        List<Style> styles = new ArrayList<>();
        for (int i = 0; i < leaders.size(); i++) {
            styles.add(new Style(leaders.get(i), others.get(i)));
        }
        return styles;
    }

    private int styleOf(Scored scored, List<Scored> leaders, double duplicate) {
        for (int i = 0; i < leaders.size(); i++) {
            if (resemblance.sameStyle(leaders.get(i).product(), scored.product(), duplicate)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Chooses by maximal marginal relevance (Carbonell and Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR
     * 1998): always the style with the largest {@code lambda * relevance - (1 - lambda) * likeness}, where relevance is
     * the total, from 0 for the worst candidate to 1 for the best, and likeness the largest to one that was chosen before.
     *
     * @param lambda 1 for the order of the totals
     */
    List<Style> diverse(List<Style> bestFirst, int count, double lambda) {
        if (lambda >= 1 || bestFirst.size() <= 1) {
            return bestFirst.stream().limit(count).toList();
        }
        double best = bestFirst.get(0).best().total();
        double worst = bestFirst.get(bestFirst.size() - 1).best().total();
        double range = Math.max(best - worst, Double.MIN_NORMAL);
        List<Contender> left = new ArrayList<>();
        bestFirst.forEach(s -> left.add(new Contender(s, lambda * (s.best().total() - worst) / range, 0)));
        List<Style> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            Contender next = Collections.max(left, Comparator.comparingDouble(c -> c.value(lambda)));
            left.remove(next);
            chosen.add(next.style);
            left.replaceAll(contender -> contender.after(next, resemblance));
        }
        return chosen;
    }

    /** A style that is not chosen yet, and how like it is to those that are. */
    private record Contender(Style style, double relevance, double likeness) {

        double value(double lambda) {
            return relevance - (1 - lambda) * likeness;
        }

        Contender after(Contender chosen, Resemblance resemblance) {
            double another =
                    resemblance.of(style.best().product(), chosen.style.best().product());
            return another > likeness ? new Contender(style, relevance, another) : this;
        }
    }
}
