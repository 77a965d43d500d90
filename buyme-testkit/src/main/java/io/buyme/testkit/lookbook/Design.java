package io.buyme.testkit.lookbook;

/**
 * What a product looks like, on whomever: its identity.
 *
 * @param kind category
 * @param cut how it is cut
 * @param weave its cloth or leather
 * @param trim colour of cuffs, soles, straps and the like
 * @param detail which of a few details it has; garments read it as they like
 * @param seed of everything else
 */
record Design(Kind kind, Cut cut, Weave weave, int trim, int detail, int seed) {

    /** Returns the cloth, fallen in the way of one occasion: worn today, or laid on a table. */
    Material material(Folds folds) {
        double gloss = weave.texture() == Weave.Texture.LEATHER ? 0.35 : 0;
        return new Material(weave, folds, gloss);
    }

    Material trimMaterial() {
        return Material.plain(trim);
    }
}
