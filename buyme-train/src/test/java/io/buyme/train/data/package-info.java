@NullMarked
package io.buyme.train.data;

import org.jspecify.annotations.NullMarked;
