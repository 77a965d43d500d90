/** Speed from end to end: a catalogue of any size in no time, and percentiles of the stage times. */
@NullMarked
package io.buyme.cli.bench;

import org.jspecify.annotations.NullMarked;
