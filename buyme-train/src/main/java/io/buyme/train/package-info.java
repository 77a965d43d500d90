/** Trains networks on pictures of clothes, and exports them to ONNX. */
@NullMarked
package io.buyme.train;

import org.jspecify.annotations.NullMarked;
