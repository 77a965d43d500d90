/** Teaches the gate of the pose stage with photos that are cut here, so that what is missing is known. */
@NullMarked
package io.buyme.cli.gate;

import org.jspecify.annotations.NullMarked;
