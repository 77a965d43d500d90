package io.buyme.onnx;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * Draws a crop on a canvas: leaves out what is not the article, and scales. The scaling is a triangle filter along
 * columns, then along rows, in whole numbers, so equal pictures get equal canvases on every machine.
 */
final class CanvasPainter {

    private final PictureFormat format;
    private final Placement placement;
    private final PictureRows source;

    CanvasPainter(PictureFormat format, Crop crop) {
        this.format = format;
        this.placement = format.place(crop);
        Optional<Mask> mask = crop.mask().filter(m -> placement.masked());
        this.source = new PictureRows(crop.image(), mask, placement.part(), format.background());
    }

    BufferedImage paint() {
        Box target = placement.target();
        int width = (int) target.width();
        int height = (int) target.height();
        Taps columns = Taps.of((int) placement.part().width(), width);
        Taps rows = Taps.of((int) placement.part().height(), height);
        BufferedImage canvas = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
        fill(canvas);
        ColorRow sum = new ColorRow((int) placement.part().width());
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

    private void fill(BufferedImage canvas) {
        int[] line = new int[format.width()];
        Arrays.fill(line, format.background());
        for (int y = 0; y < format.height(); y++) {
            canvas.getRaster().setDataElements(0, y, line.length, 1, line);
        }
    }
}
