/** A jar that swaps the embedder by being on the classpath. */
@NullMarked
package io.buyme.examples.embedder;

import org.jspecify.annotations.NullMarked;
