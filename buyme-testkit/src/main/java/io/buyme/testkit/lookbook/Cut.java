package io.buyme.testkit.lookbook;

/**
 * How a garment is cut. Levels are those of {@link Figure}; places along sleeves and legs run from 0 at the root over 1
 * at the elbow or knee to 2 at the wrist or ankle.
 *
 * @param top level where it begins
 * @param hem level where its trunk or skirt ends
 * @param reach place where sleeves or trouser legs end; 0 for none
 * @param ease distance of the cloth from the body, in body heights
 * @param flare further distance at the hem
 * @param limbEase distance from arms or legs
 * @param limbFlare further distance at the end of sleeves or trouser legs
 * @param neckline of garments that have one
 */
record Cut(
        double top,
        double hem,
        double reach,
        double ease,
        double flare,
        double limbEase,
        double limbFlare,
        Neckline neckline) {

    /** What the upper edge of a garment looks like. */
    enum Neckline {
        NONE("none"),
        CREW("crew neck"),
        V("V-neck"),
        SCOOP("scoop neck"),
        BOAT("boat neck"),
        ROLL("roll neck"),
        COLLAR("collar"),
        OPEN("open front"),
        ZIP("zip");

        private final String label;

        Neckline(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Returns the distance of the cloth from the trunk at a level, growing from the shoulders to the hem. */
    double easeAt(double level) {
        double shoulder = Math.max(0, Math.min(1, (level - 0.18) / 0.08));
        double down = Math.max(0, Math.min(1, (level - 0.28) / Math.max(0.05, hem - 0.28)));
        return 0.004 + (ease - 0.004) * shoulder + flare * down * Math.sqrt(down);
    }
}
