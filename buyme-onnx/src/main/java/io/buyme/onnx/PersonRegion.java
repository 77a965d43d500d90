package io.buyme.onnx;

import io.buyme.api.Box;

/**
 * Which part of a photo a network of a person's articles is shown. Training and inference share it, so that a network
 * meets people as large as those it has learnt from. Pure geometry; safe for concurrent use.
 */
public final class PersonRegion {

    private PersonRegion() {}

    /**
     * Returns the region around a person: the person's box grown by a margin on each side as far as the photo goes, made
     * wider or higher around its centre until it has the proportions asked for, and moved back into the photo. Where the
     * photo is too small for it, the region is centred on the photo and reaches beyond on both sides alike.
     *
     * @param person in photo pixels; one outside of the photo counts as none, and the region is that of {@link #whole}
     * @param photoWidth in pixels
     * @param photoHeight in pixels
     * @param aspect width of the region divided by its height
     * @param margin share of the person's width and height that is added on each side, such as 0.05; at least 0
     * @throws IllegalArgumentException if the photo is empty, the aspect not positive or the margin negative
     */
    public static Box of(Box person, int photoWidth, int photoHeight, double aspect, double margin) {
        if (!(margin >= 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("a margin is a number from 0, got " + margin);
        }
        Box photo = photo(photoWidth, photoHeight);
        if (person.intersectionArea(photo) <= 0) {
            return whole(photoWidth, photoHeight, aspect);
        }
        return fit(inside(person.expand(margin), photo), photo, aspect);
    }

    /**
     * Returns the region of a photo without a known person: all of it, made wider or higher around its centre until it
     * has the proportions asked for.
     *
     * @param photoWidth in pixels
     * @param photoHeight in pixels
     * @param aspect width of the region divided by its height
     * @throws IllegalArgumentException if the photo is empty or the aspect not positive
     */
    public static Box whole(int photoWidth, int photoHeight, double aspect) {
        Box photo = photo(photoWidth, photoHeight);
        return fit(photo, photo, aspect);
    }

    private static Box photo(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a photo has at least one pixel, got " + width + "x" + height);
        }
        return new Box(0, 0, width, height);
    }

    private static Box inside(Box box, Box photo) {
        return Box.ofEdges(
                Math.max(0, box.x()),
                Math.max(0, box.y()),
                Math.min(photo.right(), box.right()),
                Math.min(photo.bottom(), box.bottom()));
    }

    private static Box fit(Box box, Box photo, double aspect) {
        if (!(aspect > 0) || Double.isInfinite(aspect)) {
            throw new IllegalArgumentException("an aspect is a number above 0, got " + aspect);
        }
        double width = Math.max(box.width(), box.height() * aspect);
        double height = Math.max(box.height(), box.width() / aspect);
        return new Box(
                start(box.centerX(), width, photo.width()),
                start(box.centerY(), height, photo.height()),
                width,
                height);
    }

    private static double start(double center, double length, double available) {
        double spare = available - length;
        return spare <= 0 ? spare / 2 : Math.min(spare, Math.max(0, center - length / 2));
    }
}
