@NullMarked
package io.buyme.train.pose;

import org.jspecify.annotations.NullMarked;
