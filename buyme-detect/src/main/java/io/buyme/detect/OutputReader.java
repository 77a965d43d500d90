package io.buyme.detect;

import io.buyme.onnx.Tensor;
import java.util.Map;

/** Reads the boxes of one photo from what a network put out. Safe for concurrent use. */
@FunctionalInterface
interface OutputReader {

    /**
     * Adds the boxes to the findings.
     *
     * @param outputs by name
     * @throws io.buyme.api.BuyMeException if the outputs do not go together
     */
    void read(Map<String, Tensor> outputs, Findings findings);

    /**
     * Returns whether the outputs for a picture and for its mirror image can be averaged: those of four axes are maps, whose
     * last axis runs across the picture, and the others do not depend on where things are.
     */
    default boolean readsMeans() {
        return false;
    }
}
