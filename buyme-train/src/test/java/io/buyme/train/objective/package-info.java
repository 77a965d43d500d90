@NullMarked
package io.buyme.train.objective;

import org.jspecify.annotations.NullMarked;
