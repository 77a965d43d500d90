package io.buyme.testkit.lookbook;

import java.awt.Rectangle;

/** Blurring of one channel with a box filter: plain, and quick for any radius. */
final class Blur {

    private Blur() {}

    static void box(byte[] channel, int stride, Rectangle area, int radius) {
        byte[] line = new byte[Math.max(area.width, area.height)];
        for (int y = 0; y < area.height; y++) {
            run(channel, (area.y + y) * stride + area.x, 1, area.width, radius, line);
        }
        for (int x = 0; x < area.width; x++) {
            run(channel, area.y * stride + area.x + x, stride, area.height, radius, line);
        }
    }

    private static void run(byte[] channel, int start, int step, int length, int radius, byte[] line) {
        for (int i = 0; i < length; i++) {
            line[i] = channel[start + i * step];
        }
        int sum = 0;
        for (int i = -radius; i < length + radius; i++) {
            if (i + radius < length) {
                sum += line[Math.max(0, i + radius)] & 0xFF;
            }
            int gone = i - radius - 1;
            if (gone >= 0) {
                sum -= line[gone] & 0xFF;
            }
            if (i >= 0 && i < length) {
                channel[start + i * step] = (byte) (sum / (2 * radius + 1));
            }
        }
    }
}
