package io.buyme.train.rcnn;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.augment.SceneAugmenter;
import io.buyme.train.augment.SceneView;
import io.buyme.train.data.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Photos of people, each varied as for the pyramid. */
public final class ScenePictures implements PictureSupply {

    /** What shows less than so many pixels is cut off: it has no shape to learn. */
    private static final int FEWEST_PIXELS = 12;

    private final List<Scene> scenes;
    private final DetectorShape shape;
    private final SceneAugmenter varying;
    private final SceneAugmenter plain;

    /** Takes scenes for a detector of a shape. */
    public ScenePictures(List<Scene> scenes, SceneAugmentation augmentation, PixelScale scale, DetectorShape shape) {
        this.scenes = List.copyOf(scenes);
        this.shape = shape;
        this.varying = new SceneAugmenter(augmentation, scale, shape.width(), shape.height());
        this.plain = new SceneAugmenter(SceneAugmentation.NONE, scale, shape.width(), shape.height());
    }

    @Override
    public int count() {
        return scenes.size();
    }

    @Override
    public LabeledPicture varied(int index, SplittableRandom random) {
        return picture(varying, scenes.get(index), random);
    }

    @Override
    public LabeledPicture plain(int index) {
        return picture(plain, scenes.get(index), new SplittableRandom(0));
    }

    private LabeledPicture picture(SceneAugmenter augmenter, Scene scene, SplittableRandom random) {
        float[] pixels = new float[augmenter.length()];
        SceneView view = augmenter.view(scene, random, pixels);
        List<Target> targets = new ArrayList<>();
        for (Scene.Thing thing : scene.things()) {
            Target.Outline outline = (x, y) -> view.shows(thing.mask(), x, y);
            seen(thing.mask(), view).ifPresent(box -> targets.add(new Target(thing.category(), box, outline)));
        }
        return new LabeledPicture(pixels, targets);
    }

    /** Returns the box around what is seen of a mask. */
    private Optional<Box> seen(Mask mask, SceneView view) {
        int left = shape.width();
        int top = shape.height();
        int right = -1;
        int bottom = -1;
        int count = 0;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                if (view.shows(mask, x + 0.5, y + 0.5)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = y;
                    count++;
                }
            }
        }
        return count < FEWEST_PIXELS
                ? Optional.empty()
                : Optional.of(Box.ofEdges(left, top, right + 1.0, bottom + 1.0));
    }
}
