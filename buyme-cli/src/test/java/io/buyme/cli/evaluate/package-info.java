@NullMarked
package io.buyme.cli.evaluate;

import org.jspecify.annotations.NullMarked;
