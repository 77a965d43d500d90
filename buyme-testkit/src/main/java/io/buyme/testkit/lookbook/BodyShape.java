package io.buyme.testkit.lookbook;

import java.util.List;

/**
 * The measures of a person, in body heights (7.5 heads), and the colours of skin and hair.
 *
 * @param shoulder from the spine to a shoulder joint
 * @param chest half the width of the chest
 * @param waist half the width of the waist
 * @param hip half the width of the hips
 * @param girth of arms and legs, 1 on average
 * @param head size of the head, 1 on average
 * @param bust how far the chest comes forward, beyond the ribs
 * @param skin colour
 * @param hair colour
 * @param hairStyle cut
 * @param beard whether there is one
 */
record BodyShape(
        double shoulder,
        double chest,
        double waist,
        double hip,
        double girth,
        double head,
        double bust,
        int skin,
        int hair,
        HairStyle hairStyle,
        boolean beard) {

    private static final List<Integer> SKINS =
            List.of(0xF3D3BC, 0xEBC1A4, 0xE3B08D, 0xD79E78, 0xC68A62, 0xA9714B, 0x8A5738, 0x6A422B);
    private static final List<Integer> HAIRS =
            List.of(0x1C1714, 0x2B1F18, 0x3E2A1E, 0x59391F, 0x7A5230, 0xA67C45, 0xC9A463, 0x8C3F22, 0x8A8783);

    /** What a flat-lay is laid out like: nobody in particular. */
    static final BodyShape DUMMY =
            new BodyShape(0.106, 0.094, 0.088, 0.094, 1, 1, 0, 0xE3B08D, 0x1C1714, HairStyle.SHORT, false);

    /** Tells whether the shoulders are narrow against the hips. */
    boolean slender() {
        return shoulder < 1.15 * hip;
    }

    static BodyShape random(Dice dice) {
        boolean slender = dice.chance(0.55);
        double girth = dice.between(0.94, 1.1);
        double width = (girth + 1) / 2;
        int skin = Colors.scale(dice.pick(SKINS), dice.between(0.96, 1.03));
        boolean dark = Colors.brightness(skin) < 0.5;
        return new BodyShape(
                (slender ? dice.between(0.096, 0.103) : dice.between(0.107, 0.116)) * width,
                (slender ? dice.between(0.079, 0.085) : dice.between(0.092, 0.1)) * width,
                (slender ? dice.between(0.062, 0.070) : dice.between(0.076, 0.084)) * width,
                (slender ? dice.between(0.09, 0.098) : dice.between(0.084, 0.09)) * width,
                girth * (slender ? 0.95 : 1.06),
                dice.between(0.97, 1.05),
                slender ? dice.between(0.008, 0.014) : 0.004,
                skin,
                HAIRS.get(dice.below(dark ? 3 : HAIRS.size())),
                slender ? HairStyle.anyLong(dice) : HairStyle.anyShort(dice),
                !slender && dice.chance(0.3));
    }
}
