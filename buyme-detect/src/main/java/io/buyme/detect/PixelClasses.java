package io.buyme.detect;

import io.buyme.api.Box;
import java.util.Arrays;

/** Which class has each pixel of the part of a photo that a network saw. */
final class PixelClasses {

    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final short[] classes;
    private final Axis across;
    private final Axis down;

    private PixelClasses(View view, int mapWidth, int mapHeight) {
        Box region = view.region();
        x = (int) Math.max(0, Math.ceil(region.x() - 0.5));
        y = (int) Math.max(0, Math.ceil(region.y() - 0.5));
        width = (int) Math.max(0, Math.min(view.photoWidth(), Math.ceil(region.right() - 0.5)) - x);
        height = (int) Math.max(0, Math.min(view.photoHeight(), Math.ceil(region.bottom() - 0.5)) - y);
        classes = new short[width * height];
        across = Axis.of(x, width, region.x(), region.width(), mapWidth);
        down = Axis.of(y, height, region.y(), region.height(), mapHeight);
    }

    /** Returns the class of each pixel of which the value, blended bilinearly between the cells, is largest. */
    static PixelClasses of(ClassMap map, View view) {
        PixelClasses pixels = new PixelClasses(view, map.width(), map.height());
        QuadPainter painter = new QuadPainter(map);
        for (int row = 0; row < pixels.height; row = pixels.down.endOfSame(row)) {
            for (int column = 0; column < pixels.width; column = pixels.across.endOfSame(column)) {
                painter.paint(pixels, row, column);
            }
        }
        return pixels;
    }

    /** Returns the class of the cell in which each pixel lies. */
    static PixelClasses ofNearest(short[] classOfCell, int mapWidth, int mapHeight, View view) {
        PixelClasses pixels = new PixelClasses(view, mapWidth, mapHeight);
        for (int row = 0, i = 0; row < pixels.height; row++) {
            int line = pixels.down.nearest(row) * mapWidth;
            for (int column = 0; column < pixels.width; column++, i++) {
                pixels.classes[i] = classOfCell[line + pixels.across.nearest(column)];
            }
        }
        return pixels;
    }

    /** Returns the leftmost column in photo pixels. */
    int x() {
        return x;
    }

    /** Returns the top row in photo pixels. */
    int y() {
        return y;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Axis across() {
        return across;
    }

    Axis down() {
        return down;
    }

    /** Returns the class of a pixel, counted from the top left of this part. */
    int at(int column, int row) {
        return classes[row * width + column];
    }

    void set(int column, int row, int category) {
        classes[row * width + column] = (short) category;
    }

    void fill(int row, int from, int to, int category) {
        Arrays.fill(classes, row * width + from, row * width + to, (short) category);
    }
}
