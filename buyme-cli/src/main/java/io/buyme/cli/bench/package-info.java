/** Speed from end to end and of an embedder alone: a catalogue of any size in no time, and percentiles of the times. */
@NullMarked
package io.buyme.cli.bench;

import org.jspecify.annotations.NullMarked;
