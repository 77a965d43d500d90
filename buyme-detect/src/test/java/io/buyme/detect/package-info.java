@NullMarked
package io.buyme.detect;

import org.jspecify.annotations.NullMarked;
