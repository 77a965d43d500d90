package io.buyme.detect;

import java.util.Arrays;
import java.util.List;

/** For each cell of the person, the part of the body it belongs to and its station (see {@link Bone}). */
final class BodyMap {

    /** Shoes stay this many half-widths close to the foot; beyond are the hems of wide skirts and trousers. */
    private static final double FOOT_REACH = 2;

    private final BodyPart[] parts;
    private final float[] stations;

    private BodyMap(BodyPart[] parts, float[] stations) {
        this.parts = parts;
        this.stations = stations;
    }

    /** Gives each cell of the person to the bone that is fewest half-widths away. */
    static BodyMap of(PersonRaster person, List<Bone> bones) {
        Grid grid = person.grid();
        BodyPart[] parts = new BodyPart[grid.size()];
        Arrays.fill(parts, BodyPart.NONE);
        float[] stations = new float[grid.size()];
        for (int cell = 0; cell < parts.length; cell++) {
            if (person.isPerson(cell)) {
                double x = grid.centerX(cell);
                double y = grid.centerY(cell);
                Bone bone = nearest(bones, x, y);
                parts[cell] = bone.part();
                stations[cell] = (float) bone.station(x, y);
            }
        }
        return new BodyMap(parts, stations);
    }

    BodyPart part(int cell) {
        return parts[cell];
    }

    double station(int cell) {
        return stations[cell];
    }

    private static Bone nearest(List<Bone> bones, double x, double y) {
        Bone best = bones.get(0);
        double shortest = Double.POSITIVE_INFINITY;
        for (Bone bone : bones) {
            double distance = bone.squaredDistance(x, y);
            boolean inReach = bone.part() != BodyPart.FOOT || distance < FOOT_REACH * FOOT_REACH;
            if (distance < shortest && inReach) {
                shortest = distance;
                best = bone;
            }
        }
        return best;
    }
}
