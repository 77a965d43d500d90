package io.buyme.onnx;

import io.buyme.onnx.PictureFormat.ChannelOrder;
import io.buyme.onnx.PictureFormat.Layout;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;

/** Turns pixels into numbers, by a table for each of the three channels. */
final class PixelValues {

    private final PictureFormat format;

    PixelValues(PictureFormat format) {
        this.format = format;
    }

    void write(BufferedImage canvas, FloatBuffer to) {
        int[] pixels = pixels(canvas);
        float[] red = table(format.mean().red(), format.deviation().red());
        float[] green = table(format.mean().green(), format.deviation().green());
        float[] blue = table(format.mean().blue(), format.deviation().blue());
        boolean redFirst = format.order() == ChannelOrder.RGB;
        float[] first = redFirst ? red : blue;
        float[] third = redFirst ? blue : red;
        int firstShift = redFirst ? 16 : 0;
        int thirdShift = 16 - firstShift;
        boolean planes = format.layout() == Layout.NCHW;
        int step = planes ? 1 : 3;
        int gap = planes ? pixels.length : 1;
        float[] values = new float[3 * pixels.length];
        for (int i = 0, at = 0; i < pixels.length; i++, at += step) {
            int pixel = pixels[i];
            values[at] = first[(pixel >> firstShift) & 0xFF];
            values[at + gap] = green[(pixel >> 8) & 0xFF];
            values[at + 2 * gap] = third[(pixel >> thirdShift) & 0xFF];
        }
        to.put(values);
    }

    private static int[] pixels(BufferedImage canvas) {
        int width = canvas.getWidth();
        int height = canvas.getHeight();
        int[] pixels = new int[width * height];
        // Without going through the colour model, which is some ten times slower.
        return canvas.getType() == BufferedImage.TYPE_INT_RGB
                ? (int[]) canvas.getRaster().getDataElements(0, 0, width, height, pixels)
                : canvas.getRGB(0, 0, width, height, pixels, 0, width);
    }

    private static float[] table(float mean, float deviation) {
        float[] table = new float[256];
        for (int v = 0; v < table.length; v++) {
            table[v] = (v - mean) / deviation;
        }
        return table;
    }
}
