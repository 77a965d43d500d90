package io.buyme.train.rcnn;

/**
 * Edges of a box in pixels of the network's input. Unlike {@code io.buyme.api.Box} it may be empty, as what a network
 * says may be.
 */
record Rect(double left, double top, double right, double bottom) {

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double area() {
        return width() * height();
    }

    double centerX() {
        return left + width() / 2;
    }

    double centerY() {
        return top + height() / 2;
    }

    /** Returns intersection over union; 0 if one of both is empty. */
    double iou(Rect other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (!(width > 0 && height > 0)) {
            return 0;
        }
        double both = width * height;
        return both / (area() + other.area() - both);
    }

    /** Returns the part within a picture. */
    Rect clip(double pictureWidth, double pictureHeight) {
        return new Rect(
                within(left, 0, pictureWidth),
                within(top, 0, pictureHeight),
                within(right, 0, pictureWidth),
                within(bottom, 0, pictureHeight));
    }

    private static double within(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
