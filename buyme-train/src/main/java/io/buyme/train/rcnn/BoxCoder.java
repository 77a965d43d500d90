package io.buyme.train.rcnn;

/**
 * Says how to get from one box to another: by how much of its size the centre moves, and the logarithm of what the size is
 * multiplied with (Girshick et al. 2014). Numbers are multiplied by weights that make them about as large as scores.
 */
record BoxCoder(double centerWeight, double sizeWeight) {

    /** For proposals. */
    static final BoxCoder PLAIN = new BoxCoder(1, 1);

    /** For regions, which are near already (Girshick 2015). */
    static final BoxCoder FINE = new BoxCoder(10, 5);

    /** No box becomes larger by more than this; networks in training say anything. */
    static final double MOST = Math.log(1000.0 / 16);

    /** How many numbers there are. */
    static final int LENGTH = 4;

    /** Writes the numbers that lead from a box to a wanted one. */
    void encode(Rect from, Rect wanted, float[] into, int offset) {
        into[offset] = (float) (centerWeight * (wanted.centerX() - from.centerX()) / from.width());
        into[offset + 1] = (float) (centerWeight * (wanted.centerY() - from.centerY()) / from.height());
        into[offset + 2] = (float) (sizeWeight * Math.log(wanted.width() / from.width()));
        into[offset + 3] = (float) (sizeWeight * Math.log(wanted.height() / from.height()));
    }

    /** Returns where the numbers lead from a box. */
    Rect decode(Rect from, float[] numbers, int offset) {
        double x = from.centerX() + numbers[offset] / centerWeight * from.width();
        double y = from.centerY() + numbers[offset + 1] / centerWeight * from.height();
        double width = from.width() * Math.exp(Math.min(MOST, numbers[offset + 2] / sizeWeight));
        double height = from.height() * Math.exp(Math.min(MOST, numbers[offset + 3] / sizeWeight));
        return new Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }
}
