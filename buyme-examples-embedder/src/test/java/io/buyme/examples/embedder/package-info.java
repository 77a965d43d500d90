@NullMarked
package io.buyme.examples.embedder;

import org.jspecify.annotations.NullMarked;
