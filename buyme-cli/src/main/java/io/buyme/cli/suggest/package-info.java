/** Chooses photos to annotate, with the detectors that are there, and checks that this is better than chance. */
@NullMarked
package io.buyme.cli.suggest;

import org.jspecify.annotations.NullMarked;
