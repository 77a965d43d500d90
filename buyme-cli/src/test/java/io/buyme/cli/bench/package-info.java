@NullMarked
package io.buyme.cli.bench;

import org.jspecify.annotations.NullMarked;
