package io.buyme.index;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vectors by number, without gaps, on the heap or in a file. Guarded by the lock of the index. */
final class FloatRows {

    private static final int HEAP_CHUNK_ROWS = 256;
    private static final int FILE_CHUNK_FLOATS = 1 << 22;
    private static final int FIRST_ROWS = 16;

    private final int dimension;
    private final int chunkRows;
    private final @Nullable VectorFile file;
    private final List<FloatBuffer> chunks = new ArrayList<>();
    private int size;
    private double longest;

    FloatRows(int dimension, Optional<VectorFile> file) {
        this.dimension = dimension;
        this.file = file.orElse(null);
        this.chunkRows = file.isEmpty() ? HEAP_CHUNK_ROWS : Math.max(1, FILE_CHUNK_FLOATS / dimension);
    }

    void add(float[] vector) {
        int chunk = size / chunkRows;
        int at = size % chunkRows * dimension;
        if (chunk == chunks.size()) {
            chunks.add(newChunk(chunk == 0 ? FIRST_ROWS : chunkRows));
        } else if (at == chunks.get(chunk).capacity()) {
            FloatBuffer grown = newChunk(Math.min(2 * (size % chunkRows), chunkRows));
            grown.put(0, chunks.get(chunk), 0, at);
            chunks.set(chunk, grown);
        }
        chunks.get(chunk).put(at, vector);
        size++;
        longest = Math.max(longest, Vectors.length(vector));
    }

    /** Removes a row; the last one takes its number. */
    void remove(int number) {
        float[] last = new float[dimension];
        read(size - 1, last);
        chunks.get(number / chunkRows).put(number % chunkRows * dimension, last);
        size--;
        // One spare chunk stays, so that adding and removing in turn does not allocate each time. A file keeps its
        // length.
        if (file == null && chunks.size() > size / chunkRows + 2) {
            chunks.remove(chunks.size() - 1);
        }
    }

    void read(int number, float[] vector) {
        chunks.get(number / chunkRows).get(number % chunkRows * dimension, vector);
    }

    /** Lets a search consider every row: quickly and roughly all of them, exactly those that may be good enough. */
    void scan(IvfProbe probe, List<IvfRow> rows) {
        Search search = probe.search();
        Kernels kernels = VectorKernels.chosen();
        float[] query = search.vector();
        float[] vector = probe.row();
        float floor = search.floor(longest);
        for (int number = 0; number < size; number++) {
            read(number, vector);
            float score = probe.euclidean()
                    ? -kernels.squaredDistance(query, 0, vector, 0, dimension)
                    : kernels.dot(query, 0, vector, 0, dimension);
            // Not "at least": an overflow that ended in NaN has to be looked at exactly.
            if (!(score < floor) && search.passes(rows.get(number).id())) {
                search.offer(rows.get(number).id(), vector, 0);
                floor = search.floor(longest);
            }
        }
    }

    private FloatBuffer newChunk(int rows) {
        return file == null ? FloatBuffer.allocate(rows * dimension) : file.next(chunkRows * dimension);
    }
}
