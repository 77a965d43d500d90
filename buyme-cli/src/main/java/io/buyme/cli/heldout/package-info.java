/** How well a catalogue finds its own products: some are held out, and looked for with another picture of theirs. */
@org.jspecify.annotations.NullMarked
package io.buyme.cli.heldout;
