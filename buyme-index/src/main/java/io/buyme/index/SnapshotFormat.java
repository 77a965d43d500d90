package io.buyme.index;

import java.nio.charset.StandardCharsets;

/**
 * The snapshot format, version 1. All numbers are little-endian; a text is its length in bytes (u32) and its UTF-8 form.
 *
 * <pre>
 * file     magic "BUYMEIDX", version u32, sections
 * section  tag (4 letters), payload length u64, CRC32C of these 12 bytes u32, payload, CRC32C of the payload u32
 *
 * SPAC     model text, version text, dimension u32, metric text; comes first
 * PART     a partition: name text, rows u32, then that many ids as texts
 * VECS     its vectors in the order of the ids: rows * dimension float32; follows each PART
 * HNSW     of a partition that has a graph: the most links on an upper level u32 (on the lowest twice as many), rows u32,
 *          rows that the graph ever took in u64, row where searches begin u32, its level u32; then per row its highest
 *          level u32, and per level from the lowest on the number of links u32 and the rows linked to u32 each, rows
 *          being counted in the order of the ids; follows its VECS. Indexes without graphs pass over it
 * IVFL     of a partition that has lists: lists u32, rows u32, rows when the lists were made u64, mean squared distance to
 *          the centers then f64, rows added since u64, sum of their squared distances f64, centers (lists * dimension
 *          float32), and per row its list u32; follows its VECS. Indexes without lists pass over it
 * IVFQ     of a partition that has codes, too: parts u32, codewords of a part u32, rows u32, per part its codewords
 *          (codewords * length float32, part p beginning at dimension p * dimension / parts), and per row a byte for
 *          each part; follows its IVFL
 * DONE     partitions u32, entries u64; comes last, and nothing after it
 * </pre>
 *
 * A reader checks and passes over sections between these that it does not know, so that an index may add its own.
 */
final class SnapshotFormat {

    static final byte[] MAGIC = "BUYMEIDX".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;

    static final String SPACE = "SPAC";
    static final String PARTITION = "PART";
    static final String VECTORS = "VECS";
    static final String GRAPH = "HNSW";
    static final String LISTS = "IVFL";
    static final String CODES = "IVFQ";
    static final String DONE = "DONE";

    static final int TAG_BYTES = 4;
    static final int SECTION_HEAD_BYTES = TAG_BYTES + Long.BYTES;
    static final int CHECKSUM_BYTES = Integer.BYTES;

    private SnapshotFormat() {}
}
