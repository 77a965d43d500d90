package io.buyme.cli.evaluate;

import io.buyme.cli.evaluate.ExactSearch.Hit;
import io.buyme.cli.evaluate.NearestVote.Vote;
import java.util.List;

/**
 * What an index of pictures says to one query.
 *
 * @param query what was searched for
 * @param nearest the first places
 * @param ranking which places of the whole list are of the query's class
 * @param vote the class that the majority of the ten nearest says
 */
record Answer(ClassPicture query, List<ClassPicture> nearest, Ranking ranking, String vote) {

    private static final int SHOWN = 8;
    private static final int VOTERS = 10;

    Answer {
        nearest = List.copyOf(nearest);
    }

    /** Returns the answer that these hits are, nearest first; there is at least one. */
    static Answer of(ClassPicture query, List<Hit<ClassPicture>> hits) {
        List<Vote> votes = hits.stream()
                .limit(VOTERS)
                .map(hit -> new Vote(hit.sample().className(), hit.similarity()))
                .toList();
        return new Answer(
                query,
                hits.stream().limit(SHOWN).map(Hit::sample).toList(),
                Ranking.of(hits, hit -> hit.sample().className().equals(query.className())),
                NearestVote.winner(votes));
    }

    boolean voteIsRight() {
        return vote.equals(query.className());
    }
}
