/** Teaches the gate of the pose stage when head and feet are inside the frame. */
@NullMarked
package io.buyme.train.gate;

import org.jspecify.annotations.NullMarked;
