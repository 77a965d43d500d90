@NullMarked
package io.buyme.cli.suggest;

import org.jspecify.annotations.NullMarked;
