package io.buyme.testkit.lookbook;

/** Draws the garments of one family. */
interface Garment {

    /** Draws everything but sleeves. */
    void drape(Fitting fitting);

    /** Draws the sleeve of one arm, if there is one; arms are drawn after trunks. */
    default void sleeve(Fitting fitting, Side side) {}

    static Garment of(Kind kind) {
        return switch (kind) {
            case T_SHIRT, LONGSLEEVE, SHIRT, SWEATER, DRESS -> new Top();
            case JACKET, COAT -> new Outerwear();
            case PANTS, SHORTS -> new Trousers();
            case SKIRT -> new Skirt();
            case SNEAKERS, BOOTS, HEELS -> new Shoes();
            case BAG -> new Bag();
            case HAT -> new Hat();
        };
    }
}
