package io.buyme.train.rcnn;

import java.util.SplittableRandom;

/** Pictures with known articles. Safe for use by one thread at a time. */
public interface PictureSupply {

    /** Returns how many there are. */
    int count();

    /** Returns a picture, varied by random numbers: the same numbers give the same picture. */
    LabeledPicture varied(int index, SplittableRandom random);

    /** Returns a picture as it is. */
    LabeledPicture plain(int index);
}
