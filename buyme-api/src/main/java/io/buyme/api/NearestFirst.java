package io.buyme.api;

import io.buyme.api.DescribingEmbedder.Described;
import java.util.List;

/** Recommends what is nearest, as the index has it. */
record NearestFirst(Explainer explainer) implements Ranker {

    @Override
    public int candidates(int matches) {
        return matches;
    }

    @Override
    public ArticleMatches rank(Sought sought, List<Candidate> candidates, int matches) {
        Described seen = sought.described();
        List<Match> found = candidates.stream()
                .limit(matches)
                .map(c -> new Match(
                        c.product().product(),
                        c.similarity(),
                        explainer.explain(sought.article(), seen.attributes(), c.product(), c.similarity())))
                .toList();
        return new ArticleMatches(sought.article(), seen.attributes(), found);
    }
}
