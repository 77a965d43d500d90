package io.buyme.pose;

import io.buyme.onnx.Tensor;
import java.util.List;

/** Reads the positions of COCO's keypoints out of what a network says of one picture. Safe for concurrent use. */
interface PeakDecoder {

    /**
     * Returns a peak for each keypoint, in pixels of the network's input, where whole numbers are middles of pixels.
     *
     * @param outputs in the order in which the network declares them
     */
    List<Peak> decode(List<Tensor> outputs);

    /** Returns how many pixels of the input lie between the positions of which the network says how likely they are. */
    double stride();

    /**
     * Returns the mean of what the network says of a picture and of its mirror image.
     *
     * @param mirrored of the crop that {@link PersonCrop#mirrored} gives for {@link #stride}
     */
    List<Tensor> mean(List<Tensor> plain, List<Tensor> mirrored);
}
