@NullMarked
package io.buyme.train.cam;

import org.jspecify.annotations.NullMarked;
