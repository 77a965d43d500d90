@NullMarked
package io.buyme.train.active;

import org.jspecify.annotations.NullMarked;
