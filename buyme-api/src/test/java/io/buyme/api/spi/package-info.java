@NullMarked
package io.buyme.api.spi;

import org.jspecify.annotations.NullMarked;
