package io.buyme.train.rcnn;

import java.util.List;

/** A picture as the network sees it, and the articles in it. Its array is not copied, and must not change any more. */
public final class LabeledPicture {

    private final float[] pixels;
    private final List<Target> targets;

    /**
     * Creates a labeled picture.
     *
     * @param pixels three channels of height x width numbers
     */
    public LabeledPicture(float[] pixels, List<Target> targets) {
        this.pixels = pixels;
        this.targets = List.copyOf(targets);
    }

    float[] pixels() {
        return pixels;
    }

    List<Target> targets() {
        return targets;
    }

    /** Returns the boxes of the articles. */
    List<Rect> rects() {
        return targets.stream().map(Target::rect).toList();
    }
}
