/** Measures and teaches what makes recommendations out of nearest neighbours. */
@NullMarked
package io.buyme.cli.rerank;

import org.jspecify.annotations.NullMarked;
