/** Writes networks in ONNX format: small ones of tests, and those converted from other formats. */
@NullMarked
package io.buyme.onnx.graph;

import org.jspecify.annotations.NullMarked;
