package io.buyme.train.loop;

/**
 * How batches are put together. A batch has several classes and several pictures of each, so that there is something to
 * pull together and something to push apart.
 *
 * @param classes of a batch
 * @param pictures of each class in a batch
 * @param balance power of a class's size that says how often it is drawn: 1 as often as it has pictures, 0 as often as any
 *     other; 0.5 shows rare classes more often than they are
 * @param shop share of the drawn groups that is product pictures, 0 to 1, where the data has both domains
 * @param twins how often the same article is shown twice in a batch, of a photo once with and once without its background
 */
public record Batching(int classes, int pictures, double balance, double shop, double twins) {

    /** Checks the ranges. */
    public Batching {
        if (classes < 1 || pictures < 1 || balance < 0 || !isShare(shop) || !isShare(twins)) {
            throw new IllegalArgumentException(
                    "want classes, pictures, a balance not negative, shop and twins of 0 to 1");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    /** Returns batches of eight classes with four pictures of each. */
    public static Batching standard() {
        return new Batching(8, 4, 0.5, 0.6, 0.25);
    }

    /** Returns the number of pictures in a batch. */
    public int size() {
        return classes * pictures;
    }
}
