package io.buyme.train.augment;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.train.data.Cutout;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws a person as a network's input, each time a little different, and tells where her joints are then. Inputs are RGB,
 * less ImageNet's mean and divided by its standard deviation. Immutable, so safe for concurrent use.
 */
public final class PersonAugmenter {

    /** How much larger than the person's box the region is that the network sees, as is usual for such networks. */
    public static final double MARGIN = 1.25;

    /** Half a person is less surely framed than a whole one. */
    private static final double HALF_MARGIN = 1.5;

    private static final int FEWEST_JOINTS = 3;
    private static final double COARSEST = 3;
    private static final int MOST_PATCHES = 3;

    private final PersonAugmentation augmentation;
    private final int width;
    private final int height;

    /**
     * Creates an augmenter.
     *
     * @param width of the inputs, in pixels
     * @param height of the inputs, in pixels
     */
    public PersonAugmenter(PersonAugmentation augmentation, int width, int height) {
        this.augmentation = requireNonNull(augmentation, "augmentation");
        this.width = width;
        this.height = height;
    }

    /** Returns the number of values of one input: three channels of rows and columns. */
    public int length() {
        return 3 * width * height;
    }

    /**
     * Draws one input, channel by channel, row by row.
     *
     * @param other a photo from which to take what is behind the person or hides a part of her
     * @param random drawn from
     * @param pixels gets {@link #length()} values from {@code offset} on
     */
    public PersonView draw(PosedPerson person, Cutout other, SplittableRandom random, float[] pixels, int offset) {
        Box region = region(focus(person, random));
        Placement placement = Placement.draw(region, width, height, augmentation.geometry(), random);
        double coarseness = random.nextDouble() < augmentation.coarse() ? Placement.between(1, COARSEST, random) : 1;
        paint(person.picture(), other, placement, coarseness, random, pixels, offset);
        return view(person, placement);
    }

    /** Returns the person's box, or one around half of her joints. */
    private Box focus(PosedPerson person, SplittableRandom random) {
        if (random.nextDouble() >= augmentation.halfBody()) {
            return person.box();
        }
        List<Joint> seen = Joints.half(random.nextBoolean()).stream()
                .map(person.joints()::get)
                .filter(joint -> joint.sight() == Sight.SEEN)
                .toList();
        if (seen.size() < FEWEST_JOINTS) {
            return person.box();
        }
        Box box = seen.stream()
                .map(joint -> new Box(joint.x(), joint.y(), 0.5, 0.5))
                .reduce(Box::union)
                .orElseThrow();
        return around(box, box.width() * HALF_MARGIN, box.height() * HALF_MARGIN);
    }

    /** Returns the region of the network's aspect around a box. */
    private Box region(Box box) {
        double aspect = (double) width / height;
        double w = Math.max(Math.max(box.width(), box.height() * aspect), 1) * MARGIN;
        return around(box, w, w / aspect);
    }

    private static Box around(Box box, double width, double height) {
        return new Box(box.centerX() - width / 2, box.centerY() - height / 2, width, height);
    }

    private void paint(
            Cutout picture,
            Cutout other,
            Placement placement,
            double coarseness,
            SplittableRandom random,
            float[] into,
            int offset) {
        int columns = Math.max(1, (int) Math.round(width / coarseness));
        int rows = Math.max(1, (int) Math.round(height / coarseness));
        float[] colors = new float[3 * columns * rows];
        boolean swapped = picture.masked() && random.nextDouble() < augmentation.scenery();
        Backdrop kind = swapped ? Backdrop.values()[random.nextInt(Backdrop.values().length)] : Backdrop.OWN;
        Scenery scenery = Scenery.draw(kind, other, new PixelScale(128, 128, padding(random)), random);
        fill(picture, scenery, placement, columns, rows, colors);
        hide(other, columns, rows, random, colors);
        ColorTwist twist = ColorTwist.draw(augmentation.color(), random);
        float noise = (float) (augmentation.color().noise() * random.nextDouble());
        enlarge(colors, columns, rows, twist, noise, random.nextInt(), into, offset);
    }

    /** Black mostly, as inference has it. */
    private int padding(SplittableRandom random) {
        return augmentation.scenery() == 0 || random.nextDouble() < 0.7 ? 0 : random.nextInt(256);
    }

    private void fill(Cutout picture, Scenery scenery, Placement placement, int columns, int rows, float[] into) {
        float[] sample = new float[Sampling.LENGTH];
        float stepX = (float) width / columns;
        float stepY = (float) height / rows;
        int front = scenery.front();
        for (int row = 0, i = 0; row < rows; row++) {
            float y = (row + 0.5f) * stepY - 0.5f;
            for (int column = 0; column < columns; column++, i++) {
                float x = (column + 0.5f) * stepX - 0.5f;
                float u = placement.xx * x + placement.xy * y + placement.x0;
                float v = placement.yx * x + placement.yy * y + placement.y0;
                Sampling.bilinear(picture, u, v, sample);
                float share = sample[front];
                for (int channel = 0; channel < 3; channel++) {
                    float behind = share < 1 ? (1 - share) * scenery.value(channel, u, v, i) : 0;
                    into[3 * i + channel] = share * sample[channel] + behind;
                }
            }
        }
    }

    /** Puts rectangles of one color or of another photo on the picture (DeVries and Taylor, "Cutout", 2017). */
    private void hide(Cutout other, int columns, int rows, SplittableRandom random, float[] colors) {
        if (random.nextDouble() >= augmentation.occlusion()) {
            return;
        }
        int patches = 1 + random.nextInt(MOST_PATCHES);
        for (int i = 0; i < patches; i++) {
            int w = Math.max(1, (int) (columns * Placement.between(0.08, 0.4, random)));
            int h = Math.max(1, (int) (rows * Placement.between(0.05, 0.25, random)));
            int left = random.nextInt(columns) - w / 2;
            int top = random.nextInt(rows) - h / 2;
            Box patch = new Box(left, top, w, h).clip(columns, rows);
            Optional<float[]> color = random.nextBoolean()
                    ? Optional.of(new float[] {random.nextInt(256), random.nextInt(256), random.nextInt(256)})
                    : Optional.empty();
            patch(other, patch, columns, color, random, colors);
        }
    }

    private static void patch(
            Cutout other, Box patch, int columns, Optional<float[]> color, SplittableRandom random, float[] colors) {
        int fromX = random.nextInt(other.width());
        int fromY = random.nextInt(other.height());
        for (int y = (int) patch.y(); y < patch.bottom(); y++) {
            for (int x = (int) patch.x(); x < patch.right(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    colors[3 * (y * columns + x) + channel] = color.isPresent()
                            ? color.get()[channel]
                            : other.value((fromX + x) % other.width(), (fromY + y) % other.height(), channel);
                }
            }
        }
    }

    /** Brings colors to the size of the input, between whose pixels they are mixed, and scales them. */
    private void enlarge(
            float[] colors, int columns, int rows, ColorTwist twist, float noise, int grain, float[] into, int offset) {
        float[] color = new float[3];
        int plane = width * height;
        for (int y = 0, i = 0; y < height; y++) {
            float v = Math.min(rows - 1f, Math.max(0, (y + 0.5f) * rows / height - 0.5f));
            for (int x = 0; x < width; x++, i++) {
                float u = Math.min(columns - 1f, Math.max(0, (x + 0.5f) * columns / width - 0.5f));
                mix(colors, columns, rows, u, v, color);
                for (int channel = 0; channel < 3; channel++) {
                    float value = twist.apply(channel, color[0], color[1], color[2])
                            + noise * Grain.at(grain + 3 * i + channel);
                    into[offset + channel * plane + i] = ImageNetScale.input(channel, value);
                }
            }
        }
    }

    private static void mix(float[] colors, int columns, int rows, float u, float v, float[] into) {
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        float fx = u - left;
        float fy = v - top;
        for (int channel = 0; channel < 3; channel++) {
            float upper = (1 - fx) * colors[3 * (top * columns + left) + channel]
                    + fx * colors[3 * (top * columns + right) + channel];
            float lower = (1 - fx) * colors[3 * (bottom * columns + left) + channel]
                    + fx * colors[3 * (bottom * columns + right) + channel];
            into[channel] = (1 - fy) * upper + fy * lower;
        }
    }

    private PersonView view(PosedPerson person, Placement placement) {
        AffineTransform toInput = inverse(placement);
        boolean mirrored = toInput.getDeterminant() < 0;
        Joint[] moved = new Joint[Joints.COUNT];
        for (int i = 0; i < Joints.COUNT; i++) {
            moved[mirrored ? Joints.mirrored(i) : i] = moved(person.joints().get(i), toInput);
        }
        double scale = Math.sqrt(Math.abs(toInput.getDeterminant()));
        return new PersonView(
                new ArrayList<>(Arrays.asList(moved)), person.box().height() * scale);
    }

    private Joint moved(Joint joint, AffineTransform toInput) {
        // Placements lead from middles of pixels to middles of pixels.
        Point2D point = toInput.transform(new Point2D.Double(joint.x() - 0.5, joint.y() - 0.5), null);
        double x = point.getX() + 0.5;
        double y = point.getY() + 0.5;
        boolean inside = x >= 0 && y >= 0 && x < width && y < height;
        return new Joint(x, y, joint.sight() == Sight.SEEN && !inside ? Sight.OUTSIDE : joint.sight());
    }

    private static AffineTransform inverse(Placement placement) {
        AffineTransform toPicture =
                new AffineTransform(placement.xx, placement.yx, placement.xy, placement.yy, placement.x0, placement.y0);
        try {
            return toPicture.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("a placement turns, moves and scales, none of which loses anything", e);
        }
    }
}
