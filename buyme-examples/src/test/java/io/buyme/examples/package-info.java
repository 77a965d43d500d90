@NullMarked
package io.buyme.examples;

import org.jspecify.annotations.NullMarked;
