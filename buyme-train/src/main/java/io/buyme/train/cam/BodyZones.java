package io.buyme.train.cam;

import io.buyme.train.data.TagKnowledge.State;
import java.util.Map;

/**
 * Where on a person articles of a category can be, as shares of the height from head to toe. So much is known without
 * anybody having drawn a box, and it makes parts of a photo worth learning from: its lower half shows no hat, and all of
 * the shoes. Without such parts shoes could not be learned at all, as there are hardly any photos without them.
 */
final class BodyZones {

    /** Where a category may be at all, with a margin for photos that are cut off or leave room around the person. */
    private record Zone(double from, double to) {}

    private static final Map<String, Zone> ZONES = Map.ofEntries(
            Map.entry("hat", new Zone(0, 0.25)),
            Map.entry("eyewear", new Zone(0, 0.3)),
            Map.entry("top", new Zone(0.1, 0.65)),
            Map.entry("knitwear", new Zone(0.1, 0.7)),
            Map.entry("outerwear", new Zone(0.1, 0.8)),
            Map.entry("dress", new Zone(0.1, 0.97)),
            Map.entry("skirt", new Zone(0.33, 0.97)),
            Map.entry("shorts", new Zone(0.33, 0.75)),
            Map.entry("pants", new Zone(0.35, 1)),
            Map.entry("footwear", new Zone(0.72, 1)));

    private BodyZones() {}

    /**
     * Returns whether a part of a photo, from side to side, shows a category that the photo shows: it does if the whole
     * zone is in it, it does not if nothing of the zone is, and else nobody knows.
     */
    static State state(String category, double from, double to) {
        Zone zone = ZONES.get(category);
        if (zone == null) {
            return State.UNKNOWN;
        }
        if (to <= zone.from || from >= zone.to) {
            return State.ABSENT;
        }
        // A long garment is there even if a part of its zone, which is that of the longest, is cut off.
        double core = zone.from + 0.6 * (zone.to - zone.from);
        return from <= zone.from && to >= core ? State.PRESENT : State.UNKNOWN;
    }
}
