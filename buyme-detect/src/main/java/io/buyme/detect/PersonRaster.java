package io.buyme.detect;

import io.buyme.api.LabColor;
import io.buyme.api.Mask.PixelTest;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** The person's colors on the grid; cells outside the person have none. */
final class PersonRaster {

    private final Grid grid;
    private final @Nullable LabColor[] colors;

    private PersonRaster(Grid grid, @Nullable LabColor[] colors) {
        this.grid = grid;
        this.colors = colors;
    }

    /** Returns the mean color of each cell whose center belongs to the person. */
    static PersonRaster of(BufferedImage image, Grid grid, PixelTest person) {
        @Nullable LabColor[] colors = new @Nullable LabColor[grid.size()];
        PixelRows rows = new PixelRows(image, grid);
        for (int row = 0, cell = 0; row < grid.height(); row++) {
            rows.read(row);
            for (int column = 0; column < grid.width(); column++, cell++) {
                if (person.test((int) grid.centerX(cell), (int) grid.centerY(cell))) {
                    colors[cell] = rows.mean(column);
                }
            }
        }
        return new PersonRaster(grid, colors);
    }

    Grid grid() {
        return grid;
    }

    boolean isPerson(int cell) {
        return colors[cell] != null;
    }

    /** Returns the color of a cell, or null outside the person. */
    @Nullable
    LabColor color(int cell) {
        return colors[cell];
    }
}
