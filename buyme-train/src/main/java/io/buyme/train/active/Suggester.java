package io.buyme.train.active;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which photos to annotate first: those on which two detectors disagree, of which the first is unsure, and that are
 * likely to show what has few labels yet. Immutable.
 *
 * <p>Photos are chosen one after the other. What a chosen photo is likely to show counts as labelled when the next one is
 * chosen, so that they do not all show the same; and a photo that looks nearly like a chosen one is passed over.
 */
public final class Suggester {

    /** In photos that look nearly the same at most so many of the 64 bits differ. */
    private static final int SAME_LOOK = 4;

    private final Shares shares;
    private final Map<String, Integer> labels;

    /**
     * Creates a suggester.
     *
     * @param shares how much each sign counts
     * @param labels how many labels there are by category; those that have none may be there, too
     */
    public Suggester(Shares shares, Map<String, Integer> labels) {
        this.shares = requireNonNull(shares, "shares");
        this.labels = labels.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> Taxonomy.normalize(entry.getKey()), Map.Entry::getValue, Integer::sum));
    }

    /**
     * Returns the photos to annotate, best first: their scores never rise. Of equal ones the first in the list wins.
     *
     * @param photos to choose from
     * @param count how many at most; fewer if there are no more that differ
     */
    public List<Suggestion> suggest(List<PhotoFindings> photos, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, got " + count);
        }
        Disagreement disagreement = new Disagreement(photos);
        Labels tally = new Labels(labels, photos);
        List<Candidate> left = photos.stream()
                .map(photo -> new Candidate(photo, disagreement.in(photo), Doubt.about(photo.first())))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Suggestion> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            Candidate best = left.stream()
                    .max(Comparator.comparingDouble((Candidate candidate) -> score(candidate, tally))
                            .thenComparing(
                                    Comparator.comparingInt(left::indexOf).reversed()))
                    .orElseThrow();
            chosen.add(suggestion(best, tally));
            tally.expect(best.photo);
            left.removeIf(best::looksLike);
        }
        return List.copyOf(chosen);
    }

    private double score(Candidate candidate, Labels tally) {
        return shares.of(
                candidate.disagreement.value(),
                candidate.doubt.value(),
                tally.rarityIn(candidate.photo).value());
    }

    private Suggestion suggestion(Candidate candidate, Labels tally) {
        Sign rarity = tally.rarityIn(candidate.photo);
        String reason = Stream.of(rarity, candidate.doubt, candidate.disagreement)
                .map(Sign::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return new Suggestion(
                candidate.photo.photo(),
                score(candidate, tally),
                candidate.disagreement.value(),
                candidate.doubt.value(),
                rarity.value(),
                reason.isEmpty() ? "nothing was found" : reason);
    }

    private record Candidate(PhotoFindings photo, Sign disagreement, Sign doubt) {

        boolean looksLike(Candidate other) {
            return Long.bitCount(photo.fingerprint() ^ other.photo.fingerprint()) <= SAME_LOOK;
        }
    }
}
