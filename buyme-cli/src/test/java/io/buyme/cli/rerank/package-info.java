@NullMarked
package io.buyme.cli.rerank;

import org.jspecify.annotations.NullMarked;
