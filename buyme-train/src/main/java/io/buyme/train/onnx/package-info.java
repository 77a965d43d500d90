/**
 * The way between DL4J and model files: weights from ONNX, models from Keras and DL4J, and networks to ONNX, checked
 * before they are accepted.
 */
@NullMarked
package io.buyme.train.onnx;

import org.jspecify.annotations.NullMarked;
