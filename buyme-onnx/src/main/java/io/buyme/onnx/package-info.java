/** The one place that touches ONNX Runtime: models, tensors, and pictures to tensors. */
@NullMarked
package io.buyme.onnx;

import org.jspecify.annotations.NullMarked;
