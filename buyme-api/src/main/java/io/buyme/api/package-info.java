/**
 * The types and stage interfaces of BuyMe, and {@link io.buyme.api.LookPipeline}, which composes the stages. An
 * application needs this package; whoever writes a stage also needs {@link io.buyme.api.spi}.
 *
 * <p>Coordinates are pixels of the upright photo, origin at the top left corner, x to the right, y down. Records and
 * value classes are immutable and safe to share between threads.
 */
@NullMarked
package io.buyme.api;

import org.jspecify.annotations.NullMarked;
