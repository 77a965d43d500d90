/** Pose stage: BlazePose, on ONNX Runtime or TensorFlow Lite, other networks beside it, and the full-front verdict. */
@NullMarked
package io.buyme.pose;

import org.jspecify.annotations.NullMarked;
