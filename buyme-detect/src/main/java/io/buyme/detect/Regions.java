package io.buyme.detect;

/** The cells of each garment, by part of the body and the cuts, without bare skin. */
final class Regions {

    private static final double SPECK = 0.08;
    /** If this share of a garment's core looks like skin, the garment has the color of skin and none is dropped. */
    private static final double SKIN_COLORED = 0.35;
    /** The first stretch of a lower garment, which even the shortest covers. */
    private static final double LOWER_CORE = 0.4;

    /** Shoes that begin above this station are boots. */
    private static final double BOOTS = 1.75;

    private final Body body;
    private final Cuts cuts;

    Regions(Body body, Cuts cuts) {
        this.body = body;
        this.cuts = cuts;
    }

    CellSet upper() {
        return withArms(cuts.waist());
    }

    CellSet lower() {
        CellSet core = trunk(cuts.waist(), Math.min(cuts.hem(), cuts.waist() + LOWER_CORE));
        return withoutSkin(trunk(cuts.waist(), end()), core).withoutSpecks(SPECK);
    }

    CellSet onePiece() {
        return withArms(end());
    }

    CellSet footwear() {
        return CellSet.of(
                        body.grid(),
                        cell -> body.is(cell, BodyPart.FOOT)
                                || (!reachesTheFloor()
                                        && body.is(cell, BodyPart.LEG)
                                        && body.map().station(cell) >= cuts.shoes()))
                .withoutSpecks(SPECK);
    }

    CellSet head() {
        return CellSet.of(body.grid(), cell -> body.is(cell, BodyPart.HEAD)).withoutSpecks(SPECK);
    }

    /** Long trousers and skirts fall over the shoes; what is near the feet is then a shoe, the rest is hem. */
    private boolean reachesTheFloor() {
        return cuts.hem() == cuts.shoes() && cuts.shoes() > BOOTS;
    }

    private double end() {
        return reachesTheFloor() ? Double.POSITIVE_INFINITY : cuts.hem();
    }

    private CellSet withArms(double end) {
        CellSet trunk = trunk(Double.NEGATIVE_INFINITY, end);
        CellSet arms = CellSet.of(body.grid(), cell -> body.is(cell, BodyPart.ARM));
        return withoutSkin(trunk.plus(arms), trunk).withoutSpecks(SPECK);
    }

    private CellSet trunk(double from, double to) {
        return CellSet.of(
                body.grid(),
                cell -> (body.is(cell, BodyPart.TORSO) || body.is(cell, BodyPart.LEG))
                        && body.map().station(cell) >= from
                        && body.map().station(cell) < to);
    }

    private CellSet withoutSkin(CellSet all, CellSet core) {
        CellSet clothed = core.where(cell -> !body.isSkin(cell));
        boolean skinColored = core.size() - clothed.size() > SKIN_COLORED * core.size();
        return skinColored ? all : all.where(cell -> !body.isSkin(cell));
    }
}
