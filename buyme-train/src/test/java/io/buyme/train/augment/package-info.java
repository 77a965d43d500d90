@NullMarked
package io.buyme.train.augment;

import org.jspecify.annotations.NullMarked;
