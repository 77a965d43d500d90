package io.buyme.train.rcnn;

import java.util.List;

/** The numbers of one step; its arrays are filled again and again. */
final class HeadBatch {

    final float[] inputs;
    final List<float[]> labels;

    HeadBatch(int inputLength, List<Integer> labelLengths) {
        inputs = new float[inputLength];
        labels = labelLengths.stream().map(float[]::new).toList();
    }
}
