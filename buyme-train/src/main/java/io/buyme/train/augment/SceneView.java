package io.buyme.train.augment;

import io.buyme.api.Mask;

/** Where a scene lies in a network's input. Immutable. */
public final class SceneView {

    private final Placement placement;

    SceneView(Placement placement) {
        this.placement = placement;
    }

    /**
     * Tells whether a point of the input shows a part of a mask.
     *
     * @param mask in pixels of the scene
     * @param x in pixels of the input from its left edge
     * @param y in pixels of the input from its top edge
     */
    public boolean shows(Mask mask, double x, double y) {
        // Placements lead from middles of pixels to middles of pixels.
        double column = x - 0.5;
        double row = y - 0.5;
        double u = placement.xx * column + placement.xy * row + placement.x0;
        double v = placement.yx * column + placement.yy * row + placement.y0;
        return mask.contains((int) Math.floor(u + 0.5), (int) Math.floor(v + 0.5));
    }
}
