@NullMarked
package io.buyme.api;

import org.jspecify.annotations.NullMarked;
