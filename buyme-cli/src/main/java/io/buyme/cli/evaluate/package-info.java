/** Measures of quality: compares what a stage says with what is known to be right. */
@NullMarked
package io.buyme.cli.evaluate;

import org.jspecify.annotations.NullMarked;
