/** Reads networks in TensorFlow Lite's format and converts those of the few operators that convolutional ones have to ONNX. */
@NullMarked
package io.buyme.onnx.tflite;

import org.jspecify.annotations.NullMarked;
