package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.spi.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Files of <a href="https://github.com/facebookresearch/faiss">FAISS</a>, as its {@code write_index} writes them and its
 * {@code read_index} reads them, from and to snapshots. So a team that works with FAISS can hand over an index with its
 * graph, or its lists and codes, and take one.
 *
 * <p>Read and written are {@code IndexFlatL2}, {@code IndexFlatIP}, {@code IndexHNSWFlat}, and {@code IndexIVFPQ} with
 * codes of 8 bits on a flat quantizer; read, too, is an {@code IndexIDMap} around one of them. FAISS has numbers for ids,
 * and no partitions: a file is one partition, and its numbers are given names.
 *
 * <p>Files have no checksums. What is read is checked as far as it can be: a damaged file ends with an
 * {@link IndexFormatException}, unless the damage made another valid index of it.
 */
public final class FaissFiles {

    private static final String ID = "faiss";

    private FaissFiles() {}

    /**
     * Reads the vectors of a file. Of an {@code IndexIVFPQ}, these are what its codes stand for, not what FAISS was given.
     *
     * @throws IndexFormatException if the file is damaged, or holds an index of another kind
     * @throws BuyMeException if the file cannot be read
     */
    public static FaissIndex read(Path file) {
        return SnapshotFile.open(ID, file, input -> new FaissReader(input).read());
    }

    /**
     * Makes a snapshot of a file, which every index of this module loads. {@code hnsw} takes over the graph of an
     * {@code IndexHNSWFlat} if it is told the same {@code m}; {@code ivfpq} the lists and codes of an {@code IndexIVFPQ} with
     * the same {@code m}, {@code ivfflat} its lists. The vectors of the latter are what its codes stand for, so scores have
     * the error of the codes: FAISS's own search has it, too.
     *
     * @param faiss the file to read
     * @param space of the vectors; under the cosine, vectors of any length and metric will do
     * @param partition in which to put them
     * @param names gives each of FAISS's numbers an id; {@code Long::toString} if nothing else is known
     * @param snapshot the file to write, or to replace
     * @throws IllegalArgumentException if the space has another dimension or metric, two names are the same, or a vector
     *     cannot be one of the space
     * @throws IndexFormatException if the file is damaged, or holds an index of another kind
     * @throws BuyMeException if a file cannot be read or written
     */
    public static void toSnapshot(
            Path faiss, EmbeddingSpace space, String partition, LongFunction<String> names, Path snapshot) {
        Texts.requireWellFormed("partition", partition);
        FaissIndex index = read(faiss);
        List<IndexEntry> entries = index.entries(requireNonNull(space, "space"), partition, names);
        entries.forEach(entry -> Texts.requireWellFormed("id", entry.id()));
        List<FaissRows> partitions = entries.isEmpty() ? List.of() : List.of(new FaissRows(partition, entries, index));
        SnapshotFile.replace(ID, snapshot, output -> new SnapshotWriter(output).write(space, partitions));
    }

    /**
     * Makes a file of one partition of a snapshot. The graph, or the lists and codes, are those of the snapshot if there
     * are any that fit the options, and are built otherwise.
     *
     * @param snapshot the file to read
     * @param space of its vectors; under the cosine, FAISS is given unit vectors and the inner product
     * @param partition which to write
     * @param kind what to write
     * @param options of {@link HnswIndexProvider} for a graph, of {@link IvfPqIndexProvider} for codes, whose {@code m} has
     *     to divide the dimension
     * @param faiss the file to write, or to replace
     * @return the ids of the partition, in the order of FAISS's numbers
     * @throws IllegalArgumentException if an option makes no sense, or the snapshot has no such partition
     * @throws IndexFormatException if the snapshot is damaged
     * @throws BuyMeException if a file cannot be read or written, or the snapshot is of another space
     */
    public static List<String> fromSnapshot(
            Path snapshot, EmbeddingSpace space, String partition, FaissKind kind, Options options, Path faiss) {
        requireNonNull(partition, "partition");
        requireNonNull(space, "space");
        return switch (kind) {
            case FLAT -> writeFlat(snapshot, space, partition, options, faiss);
            case HNSW -> writeGraph(snapshot, space, partition, options, faiss);
            case IVF_PQ -> writeCodes(snapshot, space, partition, options, faiss);
        };
    }

    private static List<String> writeFlat(
            Path snapshot, EmbeddingSpace space, String partition, Options options, Path faiss) {
        options.only();
        EntryTable table = SnapshotFile.read(ID, snapshot, new EntryTable(space));
        SnapshotSource source = table.partitions().stream()
                .filter(store -> store.partition().equals(partition))
                .findFirst()
                .orElseThrow(() -> missing(snapshot, partition));
        write(faiss, space, writer -> writer.writeFlat(source.size(), source::read));
        return ids(source);
    }

    private static List<String> writeGraph(
            Path snapshot, EmbeddingSpace space, String partition, Options options, Path faiss) {
        HnswOptions graphOptions = HnswOptions.of(options).always();
        HnswTable table = SnapshotFile.read(ID, snapshot, new HnswTable(space, graphOptions, VectorKernels.chosen()));
        table.buildMissingGraphs();
        HnswPartition found = table.partition(partition).orElseThrow(() -> missing(snapshot, partition));
        HnswRows source = new HnswRows(found);
        FaissGraph graph = source.graph();
        write(
                faiss,
                space,
                writer ->
                        writer.writeGraph(graph, graphOptions.efConstruction(), graphOptions.efSearch(), source::read));
        return ids(source);
    }

    private static List<String> writeCodes(
            Path snapshot, EmbeddingSpace space, String partition, Options options, Path faiss) {
        IvfOptions codeOptions = IvfOptions.coded(options, space).always();
        int parts = codeOptions.codes().orElseThrow().parts();
        if (space.dimension() % parts != 0) {
            throw new IllegalArgumentException("FAISS cuts vectors into equal parts: m must divide %d, got %d"
                    .formatted(space.dimension(), parts));
        }
        IvfTable table = SnapshotFile.read(ID, snapshot, new IvfTable(space, codeOptions));
        table.finishReading();
        IvfPartition source = table.partition(partition).orElseThrow(() -> missing(snapshot, partition));
        write(faiss, space, writer -> source.writeCodes(writer));
        return ids(source);
    }

    private static void write(Path faiss, EmbeddingSpace space, Writing writing) {
        SnapshotFile.replace(ID, faiss, output -> {
            writing.write(new FaissWriter(output, space.dimension(), space.metric()));
            output.flush();
        });
    }

    private static List<String> ids(SnapshotSource source) {
        List<String> ids = new ArrayList<>(source.size());
        for (int row = 0; row < source.size(); row++) {
            ids.add(source.id(row));
        }
        return List.copyOf(ids);
    }

    private static IllegalArgumentException missing(Path snapshot, String partition) {
        return new IllegalArgumentException("%s has no partition '%s'".formatted(snapshot, partition));
    }

    /** What is written to a file. */
    private interface Writing {
        void write(FaissWriter writer);
    }
}
