/** Benchmarks of what the indexes are made of; in their package, as that is not public. */
@NullMarked
package io.buyme.index;

import org.jspecify.annotations.NullMarked;
