package io.buyme.train.rcnn;

import io.buyme.onnx.Tensor;

/** What a level of the pyramid gives for one picture, channel by channel, row by row. Its array is not copied. */
final class FeatureMap {

    final float[] values;
    final int channels;
    final int height;
    final int width;

    FeatureMap(float[] values, int channels, int height, int width) {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    "want %d x %d x %d values, got %d".formatted(channels, height, width, values.length));
        }
        this.values = values;
        this.channels = channels;
        this.height = height;
        this.width = width;
    }

    /** Takes the only picture of a batch [1, channels, height, width]. */
    static FeatureMap of(Tensor batch) {
        return new FeatureMap(batch.toArray(), batch.size(1), batch.size(2), batch.size(3));
    }
}
