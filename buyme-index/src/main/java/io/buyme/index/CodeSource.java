package io.buyme.index;

/** Where the codes of rows come from. */
interface CodeSource {

    /** Copies the code of a row. */
    void read(int row, byte[] code);
}
