/**
 * Vector indexes: exact and approximate nearest neighbours, partitioned and persistent.
 *
 * <p>{@link io.buyme.index.FlatIndexProvider flat} compares a query with every vector (FAISS: {@code IndexFlatL2},
 * {@code IndexFlatIP}) and misses nothing. {@link io.buyme.index.HnswIndexProvider hnsw}, the one that is used unless
 * another is asked for, walks a hierarchical navigable small-world graph and is quicker on large partitions, at the price
 * of missing a few neighbors; {@link io.buyme.index.HnswlibIndexProvider hnswlib} does the same through a library.
 *
 * <p>{@link io.buyme.index.IvfFlatIndexProvider ivfflat} and {@link io.buyme.index.IvfPqIndexProvider ivfpq} divide entries
 * into lists and look into the nearest lists only; the latter reads short codes first.
 *
 * <p>All indexes give an entry the same score and write the same snapshot format, so each of them loads the snapshots of
 * the others; {@code hnsw} adds its graphs, {@code ivfflat} and {@code ivfpq} their lists and codes, which the others pass
 * over. {@link io.buyme.index.FaissFiles} makes snapshots of files of FAISS, and such files of snapshots.
 * Scores are computed in double precision from the stored float32 vectors (of unit length where the metric is the cosine)
 * and rounded to float once.
 */
@NullMarked
package io.buyme.index;

import org.jspecify.annotations.NullMarked;
