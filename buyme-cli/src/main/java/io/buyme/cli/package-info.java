/**
 * The {@code buyme} command: one class per subcommand, which only reads its options, calls the library and writes what
 * came of it. Results go to standard output, everything else to standard error.
 */
@NullMarked
package io.buyme.cli;

import org.jspecify.annotations.NullMarked;
