package io.buyme.index;

/** The kinds of FAISS indexes whose files are read and written. */
public enum FaissKind {
    /** {@code IndexFlatL2} and {@code IndexFlatIP}: the vectors. */
    FLAT,
    /** {@code IndexHNSWFlat}: the vectors, and a graph of them. */
    HNSW,
    /** {@code IndexIVFPQ} on a flat quantizer, with codes of 8 bits: codes from which vectors come back with an error. */
    IVF_PQ
}
