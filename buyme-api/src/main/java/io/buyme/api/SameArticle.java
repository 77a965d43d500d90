package io.buyme.api;

import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Ranker.Sought;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One article in several photos of a look.
 *
 * @param sightings at most one a photo, at least one
 */
record SameArticle(List<Sought> sightings) {

    /**
     * Cosine from which two articles of one super-category, in different photos of the same look, are taken for one. What
     * is of one super-category in the same look is mostly the same thing, so this is less than among strangers.
     */
    private static final double ALIKE = 0.5;

    SameArticle {
        sightings = List.copyOf(sightings);
    }

    /**
     * Puts together what is alike: the nearest pairs first, as long as both are still in groups that no photo is in
     * twice.
     */
    static List<SameArticle> among(List<List<Sought>> photos) {
        List<Seen> seen = new ArrayList<>();
        for (int photo = 0; photo < photos.size(); photo++) {
            for (Sought sought : photos.get(photo)) {
                seen.add(new Seen(photo, sought));
            }
        }
        Groups groups = new Groups(seen);
        for (Optional<Pair> pair = groups.nearest(); pair.isPresent(); pair = groups.nearest()) {
            groups.merge(pair.get());
        }
        return groups.members.stream()
                .filter(sightings -> !sightings.isEmpty())
                .map(SameArticle::new)
                .toList();
    }

    /** Returns what to search for: the surest sighting, with the mean of what was seen, by how sure it is. */
    Sought sought() {
        Sought surest = sightings.stream()
                .max(Comparator.comparingDouble(sighting -> sighting.article().score()))
                .orElseThrow();
        return sightings.size() == 1
                ? surest
                : new Sought(
                        surest.article(),
                        new Described(mean(), surest.described().attributes()));
    }

    private Embedding mean() {
        EmbeddingSpace space = sightings.get(0).described().embedding().space();
        float[] sum = new float[space.dimension()];
        double weights = 0;
        for (Sought sighting : sightings) {
            double weight = Math.max(sighting.article().score(), 1e-3);
            weights += weight;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (weight * sighting.described().embedding().value(i));
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= (float) weights;
        }
        return Embedding.of(space, sum);
    }

    private record Pair(int first, int second, double similarity) {}

    private record Seen(int photo, Sought sought) {

        /** Returns how alike two sightings are; -1 if they cannot be of one article. */
        double similarity(Seen other) {
            boolean samePart =
                    sought.article().superCategory() == other.sought.article().superCategory();
            return samePart && photo != other.photo ? cosine(sought, other.sought) : -1;
        }

        private static double cosine(Sought one, Sought other) {
            Embedding a = one.described().embedding();
            Embedding b = other.described().embedding();
            double dot = 0;
            double squaresA = 0;
            double squaresB = 0;
            for (int i = 0; i < a.space().dimension(); i++) {
                dot += (double) a.value(i) * b.value(i);
                squaresA += (double) a.value(i) * a.value(i);
                squaresB += (double) b.value(i) * b.value(i);
            }
            return dot == 0 ? 0 : dot / Math.sqrt(squaresA * squaresB);
        }
    }

    /** Sightings in groups, of which each is as like another as the least alike of their sightings. */
    private static final class Groups {

        /** Empty where a group was put to another. */
        private final List<List<Sought>> members = new ArrayList<>();

        private final double[][] similarity;

        Groups(List<Seen> seen) {
            this.similarity = new double[seen.size()][seen.size()];
            for (int i = 0; i < seen.size(); i++) {
                members.add(List.of(seen.get(i).sought()));
                for (int j = 0; j < i; j++) {
                    set(i, j, seen.get(i).similarity(seen.get(j)));
                }
            }
        }

        private void set(int one, int other, double value) {
            similarity[one][other] = value;
            similarity[other][one] = value;
        }

        Optional<Pair> nearest() {
            Pair best = new Pair(0, 0, -1);
            for (int i = 0; i < similarity.length; i++) {
                for (int j = i + 1; j < similarity.length; j++) {
                    if (similarity[i][j] >= ALIKE && similarity[i][j] > best.similarity) {
                        best = new Pair(i, j, similarity[i][j]);
                    }
                }
            }
            return best.similarity >= ALIKE ? Optional.of(best) : Optional.empty();
        }

        void merge(Pair pair) {
            List<Sought> all = new ArrayList<>(members.get(pair.first));
            all.addAll(members.set(pair.second, List.of()));
            members.set(pair.first, all);
            for (int i = 0; i < similarity.length; i++) {
                set(pair.first, i, Math.min(similarity[pair.first][i], similarity[pair.second][i]));
                set(pair.second, i, -1);
            }
        }
    }
}
