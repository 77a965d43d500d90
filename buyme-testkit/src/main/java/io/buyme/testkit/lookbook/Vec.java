package io.buyme.testkit.lookbook;

/**
 * A point or direction in the room, in units of the person's height.
 *
 * @param x to the left hand of somebody who faces the camera
 * @param y down; the floor is at 1
 * @param z to the front of the person
 */
record Vec(double x, double y, double z) {

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    /** Returns the point at that share of the way to the other. */
    Vec toward(Vec other, double share) {
        return new Vec(x + (other.x - x) * share, y + (other.y - y) * share, z + (other.z - z) * share);
    }

    /** Returns the unit vector that points down, swung sideways and forward by angles in degrees. */
    static Vec down(double sideways, double forward) {
        double side = Math.toRadians(sideways);
        double front = Math.toRadians(forward);
        return new Vec(Math.sin(side) * Math.cos(front), Math.cos(side) * Math.cos(front), Math.sin(front));
    }

    /** Returns this vector turned in the plane of the shoulders, by an angle in radians. */
    Vec rolled(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Vec(x * c - y * s, x * s + y * c, z);
    }
}
