package io.buyme.cli.evaluate;

import io.buyme.api.Embedding;

/**
 * A sample and its vector.
 *
 * @param <S> what is known of the sample
 */
record Embedded<S extends Sample>(S sample, Embedding embedding) {}
