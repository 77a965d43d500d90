package io.buyme.testkit.lookbook;

import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes a photo of a dressed person: chooses place, light, pose and framing, and notes what is seen where. */
final class Photographer {

    static final int WIDTH = 550;
    static final int HEIGHT = 830;
    /** Fewer pixels than this are a sliver at a seam, not something to be seen. */
    private static final int SEEN = 12;

    private final View view;
    private final Outfit outfit;
    private final Dice dice;

    Photographer(View view, Outfit outfit, Dice dice) {
        this.view = view;
        this.outfit = outfit;
        this.dice = dice;
    }

    Look shoot(int index, BodyShape shape) {
        BodyPose pose = BodyPose.random(view, dice);
        Camera camera = frame(pose);
        Figure figure = new Figure(shape, pose, camera);
        double floor = camera.originY() + camera.unit();
        BufferedImage image =
                Background.paint(WIDTH, HEIGHT, Math.min(1.2, (floor - 0.09 * camera.unit()) / HEIGHT), dice);
        Canvas canvas = new Canvas(image, Light.onBody(dice));
        PersonPainter.shadowOnFloor(figure, canvas);
        if (pose.seated()) {
            Stool.draw(figure, canvas, dice);
        }
        new PersonPainter(figure, canvas, outfit).paint();
        Film.develop(image, dice.between(0.12, 0.24), dice.between(1.5, 4), dice.between(0, 0.16), dice.seed());
        return describe(index, figure, canvas);
    }

    private Camera frame(BodyPose pose) {
        double x = WIDTH * dice.between(0.44, 0.56);
        if (view == View.HALF_BODY) {
            double unit = dice.between(1150, 1500);
            double top = dice.chance(0.75) ? dice.between(30, 90) : -unit * dice.between(0.17, 0.3);
            return new Camera(pose.yaw(), unit, x, top);
        }
        double unit = HEIGHT * dice.between(0.80, 0.88);
        // The feet of somebody who sits are nearer to the camera, so lower in the photo, than the stool.
        double floor = HEIGHT * (pose.seated() ? dice.between(0.80, 0.84) : dice.between(0.925, 0.945));
        return new Camera(pose.yaw(), unit, x, floor - unit);
    }

    private Look describe(int index, Figure figure, Canvas canvas) {
        List<WornGarment> worn = IntStream.range(0, outfit.items().size())
                .mapToObj(i -> seen(canvas, i))
                .flatMap(Optional::stream)
                .toList();
        Mask person = canvas.mask(owner -> owner >= Skin.OWNER && owner != PersonPainter.ownerOf(bag()))
                .orElseThrow();
        return new Look(
                index,
                view,
                canvas.image(),
                Keypoints.of(figure, WIDTH, HEIGHT),
                person.bounds().orElseThrow(),
                person,
                worn);
    }

    private Optional<WornGarment> seen(Canvas canvas, int garment) {
        CatalogItem item = outfit.items().get(garment);
        return canvas.mask(owner -> owner == PersonPainter.ownerOf(garment))
                .filter(mask -> mask.area() >= SEEN)
                .flatMap(mask -> mask.bounds().map(box -> new WornGarment(item, box, mask)));
    }

    /** Returns the place of the bag in the outfit, or else one that no garment has. */
    private int bag() {
        List<Kind> kinds =
                outfit.items().stream().map(item -> item.design().kind()).toList();
        int place = kinds.indexOf(Kind.BAG);
        return place < 0 ? kinds.size() : place;
    }
}
