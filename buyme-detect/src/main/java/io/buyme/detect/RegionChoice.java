package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.onnx.PersonRegion;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.PictureFormat.Fit;
import java.util.Optional;

/**
 * Which part of a photo a network is shown.
 *
 * @param person whether that is the surroundings of the person, where the pose knows one
 * @param margin that is added to the person's box
 */
record RegionChoice(boolean person, double margin) {

    /** Returns the part in photo pixels; it may reach beyond the photo. */
    Box of(DetectionInput input, PictureFormat format) {
        int width = input.image().getWidth();
        int height = input.image().getHeight();
        double aspect = (double) format.width() / format.height();
        Box photo = new Box(0, 0, width, height);
        Optional<Box> around = input.pose()
                .flatMap(Pose::personBox)
                .filter(box -> person && box.intersectionArea(photo) > 0)
                .map(box -> PersonRegion.of(box, width, height, aspect, margin));
        return around.orElseGet(() -> format.fit() == Fit.STRETCH ? photo : PersonRegion.whole(width, height, aspect));
    }
}
