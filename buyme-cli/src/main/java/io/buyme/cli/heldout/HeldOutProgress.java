package io.buyme.cli.heldout;

/** Learns how far an evaluation is. */
public interface HeldOutProgress {

    /** Called after each product that was embedded. */
    void embedded(int done, int total);

    /** Called before a catalogue of this size is searched. */
    void size(long products);
}
