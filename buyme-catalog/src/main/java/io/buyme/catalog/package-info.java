/**
 * The catalogue: products with their embeddings in an embedded database, a vector index derived from it, and the ingest
 * that brings a feed ({@link io.buyme.catalog.feed}) into the catalogue.
 *
 * <p>Start with {@link io.buyme.catalog.Catalog#open} and {@link io.buyme.catalog.feed.Feeds#of}.
 */
@NullMarked
package io.buyme.catalog;

import org.jspecify.annotations.NullMarked;
