package io.buyme.cli.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** How good an embedder is, and what it answered. Immutable. */
public final class EmbedResult {

    private static final Comparator<Answer> BY_CLASS =
            Comparator.comparing(answer -> answer.query().name());

    private final EmbedScore score;
    private final List<Answer> answers;

    EmbedResult(EmbedScore score, List<Answer> answers) {
        this.score = score;
        this.answers = List.copyOf(answers);
    }

    /** Returns the measures. */
    public EmbedScore score() {
        return score;
    }

    /** Returns a drawing of queries taken by chance, with their nearest neighbours. */
    public ContactSheet randomQueries(int count, long seed) {
        List<Answer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, new Random(seed));
        return new ContactSheet(shuffled.stream().limit(count).sorted(BY_CLASS).toList());
    }

    /** Returns a drawing of the queries whose own class is farthest down their list. */
    public ContactSheet worstQueries(int count) {
        Comparator<Answer> worst =
                Comparator.comparingDouble(answer -> answer.ranking().averagePrecision());
        return new ContactSheet(answers.stream()
                .sorted(worst.thenComparing(BY_CLASS))
                .limit(count)
                .toList());
    }
}
