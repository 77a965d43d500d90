package io.buyme.pose;

/**
 * Where the model puts a part of the body.
 *
 * @param x pixels of the photo from the left
 * @param y pixels of the photo from the top
 * @param visibility how sure it is that nothing hides the part, 0 to 1
 * @param presence how sure it is that the part is inside the region it looked at, 0 to 1
 * @param across metres to the right of the middle of the hips, as the camera sees it
 * @param depth metres away from the camera, from the middle of the hips; negative towards it
 */
record Landmark(double x, double y, double visibility, double presence, double across, double depth) {

    /** Returns how sure the model is that the part is in sight. */
    double score() {
        return visibility * presence;
    }
}
