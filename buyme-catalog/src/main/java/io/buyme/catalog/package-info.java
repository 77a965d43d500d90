/** Products, feeds, ingest and the embedded catalogue database. */
@NullMarked
package io.buyme.catalog;

import org.jspecify.annotations.NullMarked;
