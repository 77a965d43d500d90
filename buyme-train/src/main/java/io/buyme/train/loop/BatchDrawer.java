package io.buyme.train.loop;

import io.buyme.train.augment.Augmenter;
import io.buyme.train.data.Cutout;
import io.buyme.train.data.Sample;
import io.buyme.train.objective.TripletLoss;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Fills batches: draws the pictures, and copies what is known of them. */
final class BatchDrawer {

    private final List<Sample> samples;
    private final Labels labels;
    private final Augmenter augmenter;
    private final Optional<Trunk> trunk;
    private final boolean drawings;
    private final long seed;

    BatchDrawer(
            List<Sample> samples,
            Labels labels,
            Augmenter augmenter,
            Optional<Trunk> trunk,
            boolean drawings,
            long seed) {
        this.samples = samples;
        this.labels = labels;
        this.augmenter = augmenter;
        this.trunk = trunk;
        this.drawings = drawings;
        this.seed = seed;
    }

    void fill(Batch batch, List<Pick> picks, int epoch, int step) {
        for (int row = 0; row < picks.size(); row++) {
            Pick pick = picks.get(row);
            SplittableRandom random = Randoms.at(seed, epoch, step, row);
            Cutout other = samples.get(random.nextInt(samples.size())).cutout();
            Cutout cutout = samples.get(pick.sample()).cutout();
            augmenter.draw(cutout, other, pick.backdrop(), random, batch.pictures, row * augmenter.length());
            batch.classes[row] = labels.classId(pick.sample());
            labels.copyTags(pick.sample(), batch.tags, row * labels.vocabulary().size());
            int at = row * TripletLoss.LABELS;
            batch.triplets[at] = labels.classId(pick.sample());
            batch.triplets[at + 1] = pick.sample();
            batch.triplets[at + 2] = labels.tagSet(pick.sample());
        }
        trunk.ifPresent(layers -> layers.run(batch.pictures, batch.rows, List.of(batch.inputs)));
        if (drawings) {
            batch.draw();
        }
    }
}
