/** Embedding stage: a vector and attributes for each crop. */
@NullMarked
package io.buyme.embed;

import org.jspecify.annotations.NullMarked;
