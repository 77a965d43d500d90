/**
 * The catalogue: products with their embeddings in an embedded database, a vector index derived from it, feeds to read
 * products from, and the ingest that brings a feed into the catalogue.
 *
 * <p>Start with {@link io.buyme.catalog.Catalog#open} and {@link io.buyme.catalog.Feeds#of}.
 */
@NullMarked
package io.buyme.catalog;

import org.jspecify.annotations.NullMarked;
