package io.buyme.train.rcnn;

import java.util.List;

/** A picture as the network sees it, and the articles in it. Its array is not copied, and must not change any more. */
public final class Scene {

    private final float[] picture;
    private final List<Target> targets;

    /**
     * Creates a scene.
     *
     * @param picture three channels of height x width numbers
     */
    public Scene(float[] picture, List<Target> targets) {
        this.picture = picture;
        this.targets = List.copyOf(targets);
    }

    float[] picture() {
        return picture;
    }

    List<Target> targets() {
        return targets;
    }
}
