package io.buyme.embed;

/** Mean and covariance of the colours of a rectangle, and the distance of other colours from them (Mahalanobis). */
final class ColorSpread {

    /** Keeps the distance finite on a border of one colour: the spread of camera noise, squared. */
    private static final double NOISE = 9;

    private final double[] mean;
    private final double[] inverse;

    private ColorSpread(double[] mean, double[] inverse) {
        this.mean = mean;
        this.inverse = inverse;
    }

    static ColorSpread of(Raster picture, int left, int top, int right, int bottom) {
        double[] sum = new double[3];
        double[] products = new double[6];
        for (int y = top; y < bottom; y++) {
            for (int i = y * picture.width + left, end = y * picture.width + right; i < end; i++) {
                double l = picture.lightness[i];
                double a = picture.a[i];
                double b = picture.b[i];
                sum[0] += l;
                sum[1] += a;
                sum[2] += b;
                products[0] += l * l;
                products[1] += l * a;
                products[2] += l * b;
                products[3] += a * a;
                products[4] += a * b;
                products[5] += b * b;
            }
        }
        int n = (right - left) * (bottom - top);
        double[] mean = {sum[0] / n, sum[1] / n, sum[2] / n};
        return new ColorSpread(
                mean,
                inverse(
                        products[0] / n - mean[0] * mean[0] + NOISE,
                        products[1] / n - mean[0] * mean[1],
                        products[2] / n - mean[0] * mean[2],
                        products[3] / n - mean[1] * mean[1] + NOISE,
                        products[4] / n - mean[1] * mean[2],
                        products[5] / n - mean[2] * mean[2] + NOISE));
    }

    double distance(double lightness, double a, double b) {
        double dl = lightness - mean[0];
        double da = a - mean[1];
        double db = b - mean[2];
        double squared = inverse[0] * dl * dl
                + inverse[3] * da * da
                + inverse[5] * db * db
                + 2 * (inverse[1] * dl * da + inverse[2] * dl * db + inverse[4] * da * db);
        return Math.sqrt(Math.max(0, squared));
    }

    /** Inverts a symmetric matrix, given and returned as its upper triangle. */
    private static double[] inverse(double xx, double xy, double xz, double yy, double yz, double zz) {
        double cofactorX = yy * zz - yz * yz;
        double cofactorY = xz * yz - xy * zz;
        double cofactorZ = xy * yz - xz * yy;
        double determinant = xx * cofactorX + xy * cofactorY + xz * cofactorZ;
        return new double[] {
            cofactorX / determinant,
            cofactorY / determinant,
            cofactorZ / determinant,
            (xx * zz - xz * xz) / determinant,
            (xy * xz - xx * yz) / determinant,
            (xx * yy - xy * xy) / determinant
        };
    }
}
