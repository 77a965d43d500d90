/** {@code buyme train}: the command line of training. */
@NullMarked
package io.buyme.cli.train;

import org.jspecify.annotations.NullMarked;
