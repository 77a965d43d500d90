/** Pose stage: BlazePose on TensorFlow Lite and the full-front verdict. */
@NullMarked
package io.buyme.pose;

import org.jspecify.annotations.NullMarked;
