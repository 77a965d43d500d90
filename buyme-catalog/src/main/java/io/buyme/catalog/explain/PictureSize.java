package io.buyme.catalog.explain;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.image.Thumbnails;
import java.awt.image.BufferedImage;

/** Makes crops as small as embedders see them at most, as maps take many copies of one. */
final class PictureSize {

    /** Twice the side of what usual networks are shown. */
    private static final int LONGEST_SIDE = 448;

    private PictureSize() {}

    static Crop reduce(Crop crop) {
        BufferedImage image = crop.image();
        BufferedImage small = Thumbnails.fit(image, LONGEST_SIDE);
        if (small.getWidth() == image.getWidth() && small.getHeight() == image.getHeight()) {
            return crop;
        }
        double x = (double) image.getWidth() / small.getWidth();
        double y = (double) image.getHeight() / small.getHeight();
        return new Crop(small, crop.mask().map(mask -> reduce(mask, small, x, y)), crop.superCategory());
    }

    /** Returns a box of the reduced picture in pixels of the picture as it was. */
    static Box original(Box box, Crop reduced, Crop crop) {
        double x = (double) crop.image().getWidth() / reduced.image().getWidth();
        double y = (double) crop.image().getHeight() / reduced.image().getHeight();
        return new Box(box.x() * x, box.y() * y, box.width() * x, box.height() * y);
    }

    private static Mask reduce(Mask mask, BufferedImage small, double scaleX, double scaleY) {
        return Mask.of(
                small.getWidth(),
                small.getHeight(),
                (x, y) -> mask.contains((int) ((x + 0.5) * scaleX), (int) ((y + 0.5) * scaleY)));
    }
}
