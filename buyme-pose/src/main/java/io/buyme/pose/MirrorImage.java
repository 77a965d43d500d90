package io.buyme.pose;

import io.buyme.onnx.Tensor;

/** Brings what a network says of a mirror image back, and adds it to what it says of the picture itself. */
final class MirrorImage {

    private MirrorImage() {}

    /**
     * Returns the mean of two outputs.
     *
     * @param plain of a picture: 1 x 17 keypoints x any
     * @param mirrored of its mirror image; left parts stand for right ones and the other way round
     */
    static Tensor mean(Tensor plain, Tensor mirrored) {
        float[] values = plain.toArray();
        float[] others = mirrored.toArray();
        int length = values.length / CocoPart.COUNT;
        for (CocoPart part : CocoPart.values()) {
            int at = part.index() * length;
            int other = part.mirrored().index() * length;
            for (int i = 0; i < length; i++) {
                values[at + i] = (values[at + i] + others[other + i]) / 2;
            }
        }
        return Tensor.of(
                values, plain.shape().stream().mapToLong(Long::longValue).toArray());
    }
}
