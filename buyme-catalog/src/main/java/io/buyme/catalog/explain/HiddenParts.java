package io.buyme.catalog.explain;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Hides parts of a picture from an embedder. */
public final class HiddenParts {

    private HiddenParts() {}

    /**
     * Returns the crop without what is in the boxes. The embedder frames what is left as it did the whole: of a mask, the
     * outermost pixels of the four sides stay.
     *
     * @param boxes in pixels of the crop's image
     */
    public static Crop hide(Crop crop, List<Box> boxes, Fill fill) {
        return switch (fill) {
            case BACKGROUND ->
                crop.mask()
                        .map(mask -> new Crop(crop.image(), Optional.of(without(mask, boxes)), crop.superCategory()))
                        .orElseGet(() -> painted(crop, boxes, borderColor(crop.image())));
            case MEAN -> {
                Crop flat = crop;
                for (Box box : boxes) {
                    flat = painted(flat, List.of(box), meanColor(crop, box));
                }
                yield flat;
            }
        };
    }

    private static Mask without(Mask mask, List<Box> boxes) {
        Optional<Box> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return mask;
        }
        List<int[]> corners = outermost(mask, bounds.get());
        return mask.and((x, y) -> boxes.stream().noneMatch(box -> box.contains(x + 0.5, y + 0.5))
                || corners.stream().anyMatch(pixel -> pixel[0] == x && pixel[1] == y));
    }

    /** Returns one pixel of the mask on each side of its bounds. */
    private static List<int[]> outermost(Mask mask, Box bounds) {
        int left = (int) bounds.x();
        int top = (int) bounds.y();
        int right = (int) bounds.right() - 1;
        int bottom = (int) bounds.bottom() - 1;
        return List.of(
                pixel(mask, left, top, left, bottom),
                pixel(mask, right, top, right, bottom),
                pixel(mask, left, top, right, top),
                pixel(mask, left, bottom, right, bottom));
    }

    private static int[] pixel(Mask mask, int left, int top, int right, int bottom) {
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (mask.contains(x, y)) {
                    return new int[] {x, y};
                }
            }
        }
        throw new IllegalStateException("a side of a mask's bounds has no pixel: " + mask);
    }

    private static Crop painted(Crop crop, List<Box> boxes, int rgb) {
        BufferedImage from = crop.image();
        BufferedImage image = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_INT_RGB);
        image.getGraphics().drawImage(from, 0, 0, null);
        for (Box box : boxes) {
            for (int y = first(box.y()); y < last(box.bottom(), image.getHeight()); y++) {
                for (int x = first(box.x()); x < last(box.right(), image.getWidth()); x++) {
                    image.setRGB(x, y, rgb);
                }
            }
        }
        return new Crop(image, crop.mask(), crop.superCategory());
    }

    /** Returns the median of the outermost pixels, channel by channel. */
    private static int borderColor(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] border = new int[2 * (width + height)];
        for (int x = 0; x < width; x++) {
            border[x] = image.getRGB(x, 0);
            border[width + x] = image.getRGB(x, height - 1);
        }
        for (int y = 0; y < height; y++) {
            border[2 * width + y] = image.getRGB(0, y);
            border[2 * width + height + y] = image.getRGB(width - 1, y);
        }
        int median = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = shift;
            int[] values = Arrays.stream(border)
                    .map(rgb -> (rgb >> channel) & 0xff)
                    .sorted()
                    .toArray();
            median |= values[values.length / 2] << shift;
        }
        return median;
    }

    /** Returns the mean of the article's pixels in a box; of all pixels, if it has none there. */
    private static int meanColor(Crop crop, Box box) {
        long[] sums = new long[4];
        long[] all = new long[4];
        for (int y = first(box.y()); y < last(box.bottom(), crop.image().getHeight()); y++) {
            for (int x = first(box.x()); x < last(box.right(), crop.image().getWidth()); x++) {
                add(all, crop.image().getRGB(x, y));
                if (crop.mask().isEmpty() || crop.mask().get().contains(x, y)) {
                    add(sums, crop.image().getRGB(x, y));
                }
            }
        }
        long[] used = sums[3] > 0 ? sums : all;
        long count = Math.max(1, used[3]);
        return (int) (((used[0] / count) << 16) | ((used[1] / count) << 8) | (used[2] / count));
    }

    private static void add(long[] sums, int rgb) {
        sums[0] += (rgb >> 16) & 0xff;
        sums[1] += (rgb >> 8) & 0xff;
        sums[2] += rgb & 0xff;
        sums[3]++;
    }

    private static int first(double edge) {
        return Math.max(0, (int) Math.round(edge));
    }

    private static int last(double edge, int size) {
        return Math.min(size, (int) Math.round(edge));
    }
}
