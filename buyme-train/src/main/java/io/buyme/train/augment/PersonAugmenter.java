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
    private static final double BLACK = 0.7;
    private static final List<Backdrop> BACKDROPS = List.of(Backdrop.values());

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
        paint(person.picture(), other, placement, random, pixels, offset);
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
            Cutout photo, Cutout other, Placement placement, SplittableRandom random, float[] into, int offset) {
        boolean coarse = random.nextDouble() < augmentation.coarse();
        PersonCanvas canvas = new PersonCanvas(width, height, coarse ? Placement.between(1, COARSEST, random) : 1);
        canvas.fill(photo, scenery(photo, other, random), placement);
        if (random.nextDouble() < augmentation.occlusion()) {
            canvas.hide(other, random);
        }
        ColorTwist twist = ColorTwist.draw(augmentation.color(), random);
        float noise = (float) (augmentation.color().noise() * random.nextDouble());
        canvas.write(twist, noise, random.nextInt(), into, offset);
    }

    private Scenery scenery(Cutout photo, Cutout other, SplittableRandom random) {
        boolean swapped = photo.masked() && random.nextDouble() < augmentation.scenery();
        Backdrop kind = swapped ? BACKDROPS.get(random.nextInt(BACKDROPS.size())) : Backdrop.OWN;
        // Beyond the photo it is black mostly, as inference has it.
        boolean black = augmentation.scenery() == 0 || random.nextDouble() < BLACK;
        return Scenery.draw(kind, other, new PixelScale(128, 128, black ? 0 : random.nextInt(256)), random);
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
