@NullMarked
package io.buyme.train.loop;

import org.jspecify.annotations.NullMarked;
