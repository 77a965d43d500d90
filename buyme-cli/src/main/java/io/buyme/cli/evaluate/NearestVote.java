package io.buyme.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The class that a query's nearest neighbours say it has (k-nearest-neighbours classification). */
final class NearestVote {

    private NearestVote() {}

    /**
     * One neighbour's say.
     *
     * @param label its class
     * @param similarity how near it is
     */
    record Vote(String label, double similarity) {}

    /**
     * Returns the label with most votes; of several the one with the largest sum of similarities, and of those the one
     * that came first.
     *
     * @throws IllegalArgumentException if nobody votes
     */
    static String winner(List<Vote> votes) {
        Map<String, Count> counts = new LinkedHashMap<>();
        votes.forEach(vote -> counts.merge(vote.label(), new Count(1, vote.similarity()), Count::plus));
        String winner = null;
        Count most = Count.NONE;
        for (Map.Entry<String, Count> count : counts.entrySet()) {
            if (winner == null || count.getValue().beats(most)) {
                winner = count.getKey();
                most = count.getValue();
            }
        }
        if (winner == null) {
            throw new IllegalArgumentException("nobody votes");
        }
        return winner;
    }

    private record Count(int votes, double similarity) {

        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(votes + other.votes, similarity + other.similarity);
        }

        boolean beats(Count other) {
            return votes > other.votes || (votes == other.votes && similarity > other.similarity);
        }
    }
}
