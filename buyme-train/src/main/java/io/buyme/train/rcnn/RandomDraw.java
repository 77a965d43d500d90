package io.buyme.train.rcnn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Draws some of many. */
final class RandomDraw {

    private RandomDraw() {}

    /** Returns some elements, each at most once; all if there are no more. */
    static <T> List<T> some(List<T> all, int count, SplittableRandom random) {
        List<T> drawn = new ArrayList<>(all);
        int most = Math.min(count, drawn.size());
        for (int i = 0; i < most; i++) {
            Collections.swap(drawn, i, random.nextInt(i, drawn.size()));
        }
        return drawn.subList(0, most);
    }
}
