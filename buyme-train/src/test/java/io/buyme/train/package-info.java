@NullMarked
package io.buyme.train;

import org.jspecify.annotations.NullMarked;
