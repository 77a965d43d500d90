package io.buyme.detect;

/** The cells of each garment, by part of the body and the cuts. */
final class Regions {

    private static final double SPECK = 0.08;
    /** If this share of a garment's core looks like skin, the garment has the color of skin and none is dropped. */
    private static final double SKIN_COLORED = 0.35;

    private Regions() {}

    static CellSet upper(Body body, Cuts cuts) {
        CellSet trunk = CellSet.of(
                body.grid(), cell -> isTrunk(body, cell) && body.map().station(cell) < cuts.waist());
        CellSet arms = CellSet.of(body.grid(), cell -> body.is(cell, BodyPart.ARM));
        return withoutSkin(body, union(body, trunk, arms), trunk).withoutSpecks(SPECK);
    }

    static CellSet lower(Body body, Cuts cuts) {
        CellSet all = CellSet.of(
                body.grid(),
                cell -> isTrunk(body, cell)
                        && body.map().station(cell) >= cuts.waist()
                        && body.map().station(cell) < cuts.hem());
        CellSet core =
                CellSet.of(body.grid(), cell -> all.contains(cell) && body.map().station(cell) < cuts.waist() + 0.4);
        return withoutSkin(body, all, core).withoutSpecks(SPECK);
    }

    static CellSet onePiece(Body body, Cuts cuts) {
        CellSet trunk = CellSet.of(
                body.grid(), cell -> isTrunk(body, cell) && body.map().station(cell) < cuts.hem());
        CellSet arms = CellSet.of(body.grid(), cell -> body.is(cell, BodyPart.ARM));
        return withoutSkin(body, union(body, trunk, arms), trunk).withoutSpecks(SPECK);
    }

    static CellSet footwear(Body body, Cuts cuts) {
        return CellSet.of(
                        body.grid(),
                        cell -> body.is(cell, BodyPart.FOOT)
                                || (body.is(cell, BodyPart.LEG) && body.map().station(cell) >= cuts.shoes()))
                .withoutSpecks(SPECK);
    }

    static CellSet head(Body body) {
        return CellSet.of(body.grid(), cell -> body.is(cell, BodyPart.HEAD)).withoutSpecks(SPECK);
    }

    private static boolean isTrunk(Body body, int cell) {
        return body.is(cell, BodyPart.TORSO) || body.is(cell, BodyPart.LEG);
    }

    private static CellSet union(Body body, CellSet a, CellSet b) {
        return CellSet.of(body.grid(), cell -> a.contains(cell) || b.contains(cell));
    }

    private static CellSet withoutSkin(Body body, CellSet all, CellSet core) {
        CellSet coreSkin = CellSet.of(body.grid(), cell -> core.contains(cell) && body.isSkin(cell));
        if (coreSkin.size() > SKIN_COLORED * core.size()) {
            return all;
        }
        return all.minus(CellSet.of(body.grid(), cell -> all.contains(cell) && body.isSkin(cell)));
    }
}
