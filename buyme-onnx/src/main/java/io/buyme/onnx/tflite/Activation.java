package io.buyme.onnx.tflite;

/** The numbers of the functions that a step may apply to its result. */
final class Activation {

    static final int NONE = 0;
    static final int RELU = 1;
    static final int RELU_1 = 2;
    static final int RELU_6 = 3;

    private Activation() {}
}
