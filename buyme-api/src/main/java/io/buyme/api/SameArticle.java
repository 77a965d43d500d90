package io.buyme.api;

import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Ranker.Sought;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        List<Group> groups = new ArrayList<>();
        for (int photo = 0; photo < photos.size(); photo++) {
            for (Sought sought : photos.get(photo)) {
                groups.add(new Group(List.of(photo), List.of(sought)));
            }
        }
        for (Pair pair = nearest(groups); pair != null; pair = nearest(groups)) {
            groups.set(pair.first, groups.get(pair.first).with(groups.get(pair.second)));
            groups.remove(pair.second);
        }
        return groups.stream().map(group -> new SameArticle(group.sightings)).toList();
    }

    private static @org.jspecify.annotations.Nullable Pair nearest(List<Group> groups) {
        Pair best = null;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                double similarity = groups.get(i).similarity(groups.get(j));
                if (similarity >= ALIKE && (best == null || similarity > best.similarity)) {
                    best = new Pair(i, j, similarity);
                }
            }
        }
        return best;
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

    private record Group(List<Integer> photos, List<Sought> sightings) {

        Group with(Group other) {
            List<Integer> allPhotos = new ArrayList<>(photos);
            allPhotos.addAll(other.photos);
            List<Sought> all = new ArrayList<>(sightings);
            all.addAll(other.sightings);
            return new Group(allPhotos, all);
        }

        /** Returns how alike the least alike sightings are; -1 if the groups cannot be of one article. */
        double similarity(Group other) {
            boolean samePart = sightings.get(0).article().superCategory()
                    == other.sightings.get(0).article().superCategory();
            if (!samePart || photos.stream().anyMatch(other.photos::contains)) {
                return -1;
            }
            double least = 1;
            for (Sought mine : sightings) {
                for (Sought theirs : other.sightings) {
                    least = Math.min(least, cosine(mine, theirs));
                }
            }
            return least;
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
}
