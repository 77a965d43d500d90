@NullMarked
package io.buyme.train.rerank;

import org.jspecify.annotations.NullMarked;
