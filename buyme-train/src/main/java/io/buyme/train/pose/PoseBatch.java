package io.buyme.train.pose;

import io.buyme.train.augment.PersonAugmenter;
import io.buyme.train.augment.PersonView;
import io.buyme.train.data.Cutout;
import io.buyme.train.data.PosedPerson;
import java.util.SplittableRandom;

/** The numbers of one training step. Its arrays go to and fro between the thread that fills them and the one that trains. */
final class PoseBatch {

    final float[] pictures;
    final float[] labels;

    PoseBatch(int rows, PersonAugmenter augmenter, HeatMaps maps) {
        this.pictures = new float[rows * augmenter.length()];
        this.labels = new float[rows * maps.length()];
    }

    void draw(
            int row,
            PosedPerson person,
            Cutout other,
            PersonAugmenter augmenter,
            HeatMaps maps,
            SplittableRandom random) {
        PersonView view = augmenter.draw(person, other, random, pictures, row * augmenter.length());
        maps.write(view.joints(), labels, row * maps.length());
    }
}
