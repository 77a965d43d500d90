@NullMarked
package io.buyme.catalog.explain;

import org.jspecify.annotations.NullMarked;
