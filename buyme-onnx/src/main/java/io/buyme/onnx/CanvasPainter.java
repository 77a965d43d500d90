package io.buyme.onnx;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * Draws a crop, or a region of a photo, on a canvas: leaves out what is not the article, and scales. The scaling is a triangle filter along
 * columns, then along rows, in whole numbers, so equal pictures get equal canvases on every machine.
 */
final class CanvasPainter {

    private final PictureFormat format;
    private final Placement placement;
    private final Box pixels;
    private final PictureRows source;

    CanvasPainter(PictureFormat format, Crop crop) {
        this(format, format.place(crop), crop.image(), crop.mask());
    }

    CanvasPainter(PictureFormat format, BufferedImage image, Box region) {
        this(format, format.place(region), image, Optional.empty());
    }

    private CanvasPainter(PictureFormat format, Placement placement, BufferedImage image, Optional<Mask> mask) {
        this.format = format;
        this.placement = placement;
        this.pixels = onWholePixels(placement.part());
        this.source = new PictureRows(image, mask.filter(m -> placement.masked()), pixels, format.background());
    }

    BufferedImage paint() {
        Box target = placement.target();
        int width = (int) target.width();
        int height = (int) target.height();
        Box part = placement.part();
        Taps columns = Taps.of((int) pixels.width(), part.x() - pixels.x(), part.width(), width);
        Taps rows = Taps.of((int) pixels.height(), part.y() - pixels.y(), part.height(), height);
        BufferedImage canvas = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
        fill(canvas);
        ColorRow sum = new ColorRow((int) pixels.width());
        int[] line = new int[width];
        RowWindow window = new RowWindow(source, rows.most());
        for (int y = 0; y < height; y++) {
            sum.clear();
            for (int tap = 0; tap < rows.count(y); tap++) {
                sum.add(window.row(rows.first(y) + tap), rows.weight(y, tap));
            }
            sum.resample(columns, line);
            canvas.getRaster().setDataElements((int) target.x(), (int) target.y() + y, width, 1, line);
        }
        return canvas;
    }

    private static Box onWholePixels(Box box) {
        return Box.ofEdges(
                Math.floor(box.x()), Math.floor(box.y()), Math.ceil(box.right()), Math.ceil(box.bottom()));
    }

    private void fill(BufferedImage canvas) {
        int[] line = new int[format.width()];
        Arrays.fill(line, format.background());
        for (int y = 0; y < format.height(); y++) {
            canvas.getRaster().setDataElements(0, y, line.length, 1, line);
        }
    }
}
