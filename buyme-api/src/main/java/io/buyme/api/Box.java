package io.buyme.api;

/**
 * An axis-parallel rectangle in pixels: left edge, top edge, width and height. It may reach beyond the photo; clip it
 * with {@link #clip} before reading pixels.
 *
 * @param x left edge
 * @param y top edge
 * @param width greater than zero
 * @param height greater than zero
 */
public record Box(double x, double y, double width, double height) {

    /** Checks that the numbers are finite and the box is not empty. */
    public Box {
        if (!(width > 0 && height > 0) || !Double.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException(
                    "a box needs finite edges and a positive size, got x=%s y=%s width=%s height=%s"
                            .formatted(x, y, width, height));
        }
    }

    /** Returns the box with these edges, of which right and bottom are exclusive. */
    public static Box ofEdges(double left, double top, double right, double bottom) {
        return new Box(left, top, right - left, bottom - top);
    }

    /** Returns the right edge. */
    public double right() {
        return x + width;
    }

    /** Returns the bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** Returns the horizontal centre. */
    public double centerX() {
        return x + width / 2;
    }

    /** Returns the vertical centre. */
    public double centerY() {
        return y + height / 2;
    }

    /** Returns the area in square pixels. */
    public double area() {
        return width * height;
    }

    /** Returns the area that both boxes cover, in square pixels; zero if they do not overlap. */
    public double intersectionArea(Box other) {
        double w = Math.min(right(), other.right()) - Math.max(x, other.x);
        double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return w > 0 && h > 0 ? w * h : 0;
    }

    /** Returns the intersection over union (IoU), 0 for disjoint boxes to 1 for equal ones. */
    public double iou(Box other) {
        double intersection = intersectionArea(other);
        return intersection / (area() + other.area() - intersection);
    }

    /** Tells whether the point lies in the box; the right and bottom edges do not belong to it. */
    public boolean contains(double px, double py) {
        return px >= x && py >= y && px < right() && py < bottom();
    }

    /** Returns the smallest box that covers both. */
    public Box union(Box other) {
        return ofEdges(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /** Returns this box moved by the given distances. */
    public Box translate(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** Returns this box grown on each side by a share of its own width and height. */
    public Box expand(double share) {
        return new Box(x - width * share, y - height * share, width * (1 + 2 * share), height * (1 + 2 * share));
    }

    /**
     * Returns the part inside an image, with edges on whole pixels.
     *
     * @throws IllegalArgumentException if no pixel of the image is inside
     */
    public Box clip(int imageWidth, int imageHeight) {
        double left = Math.max(0, Math.floor(x));
        double top = Math.max(0, Math.floor(y));
        return ofEdges(left, top, Math.min(imageWidth, Math.ceil(right())), Math.min(imageHeight, Math.ceil(bottom())));
    }
}
