package io.buyme.train.augment;

import io.buyme.api.Box;
import io.buyme.train.data.Cutout;
import java.util.SplittableRandom;

/** The colors of a picture that is being painted, 0 to 255; it may have fewer pixels than the input that it becomes. */
final class PersonCanvas {

    private static final int MOST_PATCHES = 3;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final float[] colors;

    /**
     * Creates an empty canvas.
     *
     * @param width of the input, in pixels
     * @param height of the input, in pixels
     * @param coarseness width and height, in pixels of the input, of a pixel of the canvas
     */
    PersonCanvas(int width, int height, double coarseness) {
        this.width = width;
        this.height = height;
        this.columns = Math.max(1, (int) Math.round(width / coarseness));
        this.rows = Math.max(1, (int) Math.round(height / coarseness));
        this.colors = new float[3 * columns * rows];
    }

    /** Paints a photo, and something else where it ends or where it does not show the person. */
    void fill(Cutout photo, Scenery scenery, Placement placement) {
        float[] sample = new float[Sampling.LENGTH];
        int front = scenery.front();
        for (int row = 0, i = 0; row < rows; row++) {
            float y = (row + 0.5f) * height / rows - 0.5f;
            for (int column = 0; column < columns; column++, i++) {
                float x = (column + 0.5f) * width / columns - 0.5f;
                float u = placement.xx * x + placement.xy * y + placement.x0;
                float v = placement.yx * x + placement.yy * y + placement.y0;
                Sampling.bilinear(photo, u, v, sample);
                float share = sample[front];
                for (int channel = 0; channel < 3; channel++) {
                    float behind = share < 1 ? (1 - share) * scenery.value(channel, u, v, i) : 0;
                    colors[3 * i + channel] = share * sample[channel] + behind;
                }
            }
        }
    }

    /** Puts rectangles of one color or of another photo on it (DeVries and Taylor, "Cutout", 2017). */
    void hide(Cutout other, SplittableRandom random) {
        int patches = 1 + random.nextInt(MOST_PATCHES);
        for (int i = 0; i < patches; i++) {
            int w = Math.max(1, (int) (columns * Placement.between(0.08, 0.4, random)));
            int h = Math.max(1, (int) (rows * Placement.between(0.05, 0.25, random)));
            Box patch = new Box(random.nextInt(columns) - w / 2.0, random.nextInt(rows) - h / 2.0, w, h);
            hide(patch.clip(columns, rows), other, random);
        }
    }

    private void hide(Box patch, Cutout other, SplittableRandom random) {
        boolean plain = random.nextBoolean();
        float[] color = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
        int fromX = random.nextInt(other.width());
        int fromY = random.nextInt(other.height());
        for (int y = (int) patch.y(); y < (int) patch.bottom(); y++) {
            for (int x = (int) patch.x(); x < (int) patch.right(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    colors[3 * (y * columns + x) + channel] = plain
                            ? color[channel]
                            : other.value((fromX + x) % other.width(), (fromY + y) % other.height(), channel);
                }
            }
        }
    }

    /**
     * Writes the input, channel by channel, row by row; between pixels of the canvas colors are mixed.
     *
     * @param noise standard deviation of what is added to each value
     * @param grain where in the table of noise to start
     */
    void write(ColorTwist twist, float noise, int grain, float[] into, int offset) {
        float[] color = new float[3];
        int plane = width * height;
        for (int y = 0, i = 0; y < height; y++) {
            float v = Math.min(rows - 1f, Math.max(0, (y + 0.5f) * rows / height - 0.5f));
            for (int x = 0; x < width; x++, i++) {
                float u = Math.min(columns - 1f, Math.max(0, (x + 0.5f) * columns / width - 0.5f));
                mix(u, v, color);
                for (int channel = 0; channel < 3; channel++) {
                    float value = twist.apply(channel, color[0], color[1], color[2])
                            + noise * Grain.at(grain + 3 * i + channel);
                    into[offset + channel * plane + i] = ImageNetScale.input(channel, value);
                }
            }
        }
    }

    private void mix(float u, float v, float[] into) {
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        float fx = u - left;
        float fy = v - top;
        for (int channel = 0; channel < 3; channel++) {
            float upper = (1 - fx) * color(left, top, channel) + fx * color(right, top, channel);
            float lower = (1 - fx) * color(left, bottom, channel) + fx * color(right, bottom, channel);
            into[channel] = (1 - fy) * upper + fy * lower;
        }
    }

    private float color(int column, int row, int channel) {
        return colors[3 * (row * columns + column) + channel];
    }
}
