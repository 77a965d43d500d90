package io.buyme.train.augment;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.onnx.PersonRegion;
import io.buyme.train.data.Scene;
import java.util.SplittableRandom;

/**
 * Draws the person of a scene as a network's input, each time a little different, and the class that each cell of the
 * network's answer should have. Immutable, so safe for concurrent use.
 */
public final class SceneAugmenter {

    /** Width and height, in pixels of the input, of a cell of the answer. */
    public static final int CELL = 4;

    /** The class of cells of which nothing is known, as they lie beyond the photo. */
    public static final int UNKNOWN = -1;

    private final SceneAugmentation augmentation;
    private final PixelScale scale;
    private final int width;
    private final int height;

    /**
     * Creates an augmenter.
     *
     * @param width of the inputs, in pixels, a multiple of {@link #CELL}
     * @param height of the inputs, in pixels, a multiple of {@link #CELL}
     */
    public SceneAugmenter(SceneAugmentation augmentation, PixelScale scale, int width, int height) {
        this.augmentation = requireNonNull(augmentation, "augmentation");
        this.scale = requireNonNull(scale, "scale");
        this.width = width;
        this.height = height;
    }

    /** Returns the number of values of one input: three channels of rows and columns. */
    public int length() {
        return 3 * width * height;
    }

    /** Returns the number of cells of one answer. */
    public int cells() {
        return width / CELL * (height / CELL);
    }

    /**
     * Draws one input, channel by channel, row by row, and the classes of its cells.
     *
     * @param random drawn from
     * @param pixels gets {@link #length()} values from {@code offset} on
     * @param labels gets {@link #cells()} classes, or {@link #UNKNOWN}
     */
    public void draw(Scene scene, SplittableRandom random, float[] pixels, int offset, float[] labels) {
        label(scene, place(scene, random, pixels, offset), labels);
    }

    /**
     * Draws one input, channel by channel, row by row.
     *
     * @param random drawn from
     * @param pixels gets {@link #length()} values
     * @return where the scene lies in the input
     */
    public SceneView view(Scene scene, SplittableRandom random, float[] pixels) {
        return new SceneView(place(scene, random, pixels, 0));
    }

    private Placement place(Scene scene, SplittableRandom random, float[] pixels, int offset) {
        Placement placement = Placement.draw(region(scene, random), width, height, augmentation.geometry(), random);
        ColorTwist twist = ColorTwist.draw(augmentation.color(), random);
        float noise = (float) (augmentation.color().noise() * random.nextDouble());
        paint(scene, placement, twist, noise, random.nextInt(), pixels, offset);
        return placement;
    }

    private Box region(Scene scene, SplittableRandom random) {
        Box person = PersonRegion.of(
                scene.person(), scene.width(), scene.height(), (double) width / height, PersonRegion.MARGIN);
        if (random.nextDouble() >= augmentation.closeUp() || scene.things().isEmpty()) {
            return person;
        }
        Box thing = scene.things().get(random.nextInt(scene.things().size())).box();
        double zoom = Placement.between(1, augmentation.nearest(), random);
        double w = person.width() / zoom;
        double h = person.height() / zoom;
        return new Box(thing.centerX() - w / 2, thing.centerY() - h / 2, w, h);
    }

    private void paint(
            Scene scene, Placement placement, ColorTwist twist, float noise, int grain, float[] into, int offset) {
        float[] color = new float[3];
        int plane = width * height;
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                float u = placement.xx * x + placement.xy * y + placement.x0;
                float v = placement.yx * x + placement.yy * y + placement.y0;
                boolean inside = bilinear(scene, u, v, color);
                for (int channel = 0; channel < 3; channel++) {
                    float value = inside
                            ? twist.apply(channel, color[0], color[1], color[2])
                                    + noise * Grain.at(grain + 3 * i + channel)
                            : scale.padding();
                    into[offset + channel * plane + i] = scale.input(value);
                }
            }
        }
    }

    private void label(Scene scene, Placement placement, float[] into) {
        int columns = width / CELL;
        float middle = (CELL - 1) / 2f;
        for (int i = 0; i < cells(); i++) {
            float x = i % columns * CELL + middle;
            float y = i / columns * CELL + middle;
            int u = Math.round(placement.xx * x + placement.xy * y + placement.x0);
            int v = Math.round(placement.yx * x + placement.yy * y + placement.y0);
            boolean inside = u >= 0 && v >= 0 && u < scene.width() && v < scene.height();
            into[i] = inside ? scene.label(u, v) : UNKNOWN;
        }
    }

    private static boolean bilinear(Scene scene, float u, float v, float[] into) {
        int right = scene.width() - 1;
        int bottom = scene.height() - 1;
        if (u < -0.5f || v < -0.5f || u >= right + 0.5f || v >= bottom + 0.5f) {
            return false;
        }
        float x = Math.min(Math.max(u, 0), right);
        float y = Math.min(Math.max(v, 0), bottom);
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(x0 + 1, right);
        int y1 = Math.min(y0 + 1, bottom);
        float fx = x - x0;
        float fy = y - y0;
        for (int channel = 0; channel < 3; channel++) {
            float upper = (1 - fx) * scene.value(x0, y0, channel) + fx * scene.value(x1, y0, channel);
            float lower = (1 - fx) * scene.value(x0, y1, channel) + fx * scene.value(x1, y1, channel);
            into[channel] = (1 - fy) * upper + fy * lower;
        }
        return true;
    }
}
