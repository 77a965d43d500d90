package io.buyme.onnx.tflite;

import java.util.Arrays;

/** The operators that can be converted, with the numbers that TensorFlow Lite gives to them. */
enum TfliteOperation {
    ADD(0),
    CONCATENATION(2),
    CONV_2D(3),
    DEPTHWISE_CONV_2D(4),
    DEPTH_TO_SPACE(5),
    DEQUANTIZE(6),
    LOGISTIC(14),
    MAX_POOL_2D(17),
    MUL(18),
    RELU(19),
    RELU6(21),
    RESHAPE(22),
    RESIZE_BILINEAR(23),
    PAD(34),
    DENSIFY(124);

    private final int code;

    TfliteOperation(int code) {
        this.code = code;
    }

    static TfliteOperation of(int code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code == code)
                .findFirst()
                .orElseThrow(() -> new TfliteException("operator number " + code
                        + " cannot be converted to ONNX; those that can be are " + Arrays.toString(values())));
    }
}
