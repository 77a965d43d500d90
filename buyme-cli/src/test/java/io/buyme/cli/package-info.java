@NullMarked
package io.buyme.cli;

import org.jspecify.annotations.NullMarked;
