package io.buyme.train.data;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.util.List;

/** A photo of a person with the articles in it, reduced to what training needs. Immutable. */
public final class Scene {

    /** The label of a pixel that shows no article and none of the body classes. */
    public static final int BACKGROUND = 0;

    private final String name;
    private final int width;
    private final int height;
    private final byte[] rgb;
    private final byte[] labels;
    private final Box person;
    private final List<Thing> things;

    /**
     * An article in a scene.
     *
     * @param category its number, 0 for the first category
     * @param box in pixels of the scene
     * @param mask in pixels of the scene
     */
    public record Thing(int category, Box box, Mask mask) {

        /** Checks that nothing is missing. */
        public Thing {
            requireNonNull(box, "box");
            requireNonNull(mask, "mask");
        }
    }

    private Scene(String name, int width, int height, byte[] rgb, byte[] labels, Box person, List<Thing> things) {
        this.name = name;
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.labels = labels;
        this.person = person;
        this.things = List.copyOf(things);
    }

    /**
     * Returns the scene of a photo.
     *
     * @param labels the class of each pixel, row by row, negative where it is not known; taken over
     * @param person around all that belongs to the person
     */
    public static Scene of(String name, BufferedImage photo, byte[] labels, Box person, List<Thing> things) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        int[] row = new int[width];
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, at = 0; y < height; y++) {
            photo.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                rgb[at++] = (byte) (pixel >> 16);
                rgb[at++] = (byte) (pixel >> 8);
                rgb[at++] = (byte) pixel;
            }
        }
        return new Scene(name, width, height, rgb, labels, person, things);
    }

    /** Returns the name of the photo's file. */
    public String name() {
        return name;
    }

    /** Returns the width in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height in pixels. */
    public int height() {
        return height;
    }

    /** Returns the box around the person, in pixels of the scene. */
    public Box person() {
        return person;
    }

    /** Returns the articles. */
    public List<Thing> things() {
        return things;
    }

    /** Returns a channel of a pixel, 0 to 255; channel 0 is red. Not checked beyond the array's bounds. */
    public int value(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 0xff;
    }

    /** Returns the class of a pixel, negative if it is not known. Not checked beyond the array's bounds. */
    public int label(int x, int y) {
        return labels[y * width + x];
    }
}
