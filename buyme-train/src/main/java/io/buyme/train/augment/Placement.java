package io.buyme.train.augment;

import io.buyme.api.Box;
import io.buyme.train.data.Cutout;
import java.util.SplittableRandom;

/** An affine map from pixels of the training picture back to pixels of the cutout. */
final class Placement {

    final float xx;
    final float xy;
    final float x0;
    final float yx;
    final float yy;
    final float y0;

    private Placement(double xx, double xy, double x0, double yx, double yy, double y0) {
        this.xx = (float) xx;
        this.xy = (float) xy;
        this.x0 = (float) x0;
        this.yx = (float) yx;
        this.yy = (float) yy;
        this.y0 = (float) y0;
    }

    /** Puts the cutout in the middle of a square, as large as it fits, and then moves it at random. */
    static Placement draw(Cutout cutout, int size, Geometry geometry, SplittableRandom random) {
        Box whole = new Box(0, 0, cutout.width(), cutout.height());
        return draw(whole, size, size, geometry, random);
    }

    /** Puts a region in the middle of a picture, as large as it fits, and then moves it at random. */
    static Placement draw(Box region, int width, int height, Geometry geometry, SplittableRandom random) {
        boolean mirrored = random.nextDouble() < geometry.flip();
        double angle = Math.toRadians(between(-geometry.rotation(), geometry.rotation(), random));
        double shiftX = between(-geometry.translation(), geometry.translation(), random) * width;
        double shiftY = between(-geometry.translation(), geometry.translation(), random) * height;
        double zoom = Math.exp(between(Math.log(geometry.smallest()), Math.log(geometry.largest()), random));
        double stretch = Math.exp(between(-Math.log(geometry.stretch()), Math.log(geometry.stretch()), random) / 2);
        double scale = zoom * Math.min(width / region.width(), height / region.height());
        double alongX = (mirrored ? -1 : 1) / (scale * stretch);
        double alongY = stretch / scale;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        // Middle of a pixel to middle of a pixel: hence the halves.
        double middleX = width / 2.0 + shiftX - 0.5;
        double middleY = height / 2.0 + shiftY - 0.5;
        double xx = alongX * cos;
        double xy = alongX * sin;
        double yx = -alongY * sin;
        double yy = alongY * cos;
        return new Placement(
                xx,
                xy,
                region.centerX() - 0.5 - xx * middleX - xy * middleY,
                yx,
                yy,
                region.centerY() - 0.5 - yx * middleX - yy * middleY);
    }

    static double between(double low, double high, SplittableRandom random) {
        return low + (high - low) * random.nextDouble();
    }
}
