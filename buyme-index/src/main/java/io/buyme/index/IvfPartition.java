package io.buyme.index;

import io.buyme.api.EmbeddingSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one partition and, from a number of rows on, lists of them. Guarded by the lock of the index. */
final class IvfPartition implements SnapshotSource {

    /** Rows that are asked whether they pass a filter, to learn how many do. */
    private static final int SAMPLE = 200;

    private final String name;
    private final EmbeddingSpace space;
    private final IvfOptions options;
    private final List<IvfRow> rows = new ArrayList<>();
    private IvfLists lists;
    private boolean listed;
    private @Nullable IvfAssignment read;

    IvfPartition(String name, EmbeddingSpace space, IvfOptions options) {
        this.name = name;
        this.space = space;
        this.options = options;
        this.lists = new IvfUnlisted(space.dimension());
    }

    @Override
    public String partition() {
        return name;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String id(int row) {
        return rows.get(row).id();
    }

    @Override
    public void read(int row, float[] vector) {
        lists.read(rows.get(row), vector);
    }

    @Override
    public void writeMore(SnapshotOutput output) {
        lists.write(output);
    }

    /** Makes room for exactly so many rows, before there are any. */
    void reserve(int count) {
        Optional<VectorFile> file =
                options.codes().filter(codes -> options.isLarge(count)).flatMap(IvfOptions.Codes::newFile);
        if (file.isPresent()) {
            lists = new IvfUncoded(rows, new FloatRows(space.dimension(), file));
        } else {
            IvfUnlisted reserved = new IvfUnlisted(space.dimension());
            reserved.reserve(count);
            lists = reserved;
        }
    }

    IvfRow add(String id, float[] vector) {
        IvfRow row = new IvfRow(id, this);
        row.renumber(rows.size());
        lists.add(row, vector);
        rows.add(row);
        return row;
    }

    void remove(IvfRow row) {
        lists.remove(row);
        IvfRow last = rows.remove(rows.size() - 1);
        if (last != row) {
            rows.set(row.number(), last);
            last.renumber(row.number());
        }
    }

    /** Tells whether a row has these values. */
    boolean holds(IvfRow row, float[] vector) {
        float[] held = new float[vector.length];
        lists.read(row, held);
        return Arrays.equals(held, vector);
    }

    void search(IvfProbe probe) {
        double share = probe.search().filtered() ? passingShare(probe.search()) : 1;
        if (share == 0 || !options.isLarge(rows.size())) {
            lists.scan(probe);
        } else {
            // As many as have of the rows that pass what nprobe lists have of all: the nearest of few are farther away.
            lists.search(probe, (int) Math.ceil(options.nprobe() / share));
        }
    }

    /** Tells whether there are rows enough for lists, and no lists yet. */
    boolean wantsLists() {
        return !listed && options.isLarge(rows.size());
    }

    Optional<Drift> drift() {
        return lists.drift();
    }

    /** Returns new lists for {@link #adopt}, or none if there are too few rows. Reads what searches may read, too. */
    Optional<IvfLists> trained() {
        return options.isLarge(rows.size())
                ? Optional.of(new IvfTraining(options, rows, lists, space.dimension()).run())
                : Optional.empty();
    }

    /** Takes lists of the rows that there are. */
    void adopt(IvfLists newLists) {
        lists = newLists;
        lists.settle();
        listed = true;
    }

    /** Reads lists from a snapshot. There are none afterwards if these are not of the number that is wanted. */
    void readLists(SnapshotInput input) throws IOException {
        IvfAssignment assignment = IvfSections.readLists(input, space.dimension(), rows.size());
        if (!options.accepts(assignment.coarse().lists(), rows.size())) {
            return;
        }
        read = assignment;
        if (options.codes().isEmpty()) {
            adopt(IvfTraining.plainLists(assignment, rows, lists, space.dimension()));
        }
    }

    /** Reads codes of the lists that were read. There are none afterwards if these have another number of parts. */
    void readCodes(SnapshotInput input, IvfOptions.Codes codes) throws IOException {
        int parts = IvfSections.readParts(input, space.dimension());
        IvfAssignment assignment = read;
        if (assignment == null || parts != codes.parts()) {
            input.skipSection();
            return;
        }
        ProductQuantizer quantizer = IvfSections.readQuantizer(input, parts, space.dimension(), rows.size());
        IvfCodedLists coded = new IvfCodedLists(assignment.coarse(), quantizer, codes, rows, assignment.sizes());
        float[] vector = new float[space.dimension()];
        IvfSections.readCodes(input, quantizer, rows.size(), (code, number) -> {
            read(number, vector);
            coded.put(rows.get(number), vector, assignment.list(number), code);
        });
        adopt(coded);
    }

    /** Writes an index of FAISS, of a partition that has codes. */
    void writeCodes(FaissWriter writer) {
        if (lists instanceof IvfCodedLists coded) {
            coded.write(writer, options.nprobe());
        }
    }

    /** Forgets what only reading has a use for. */
    void endReading() {
        read = null;
    }

    /** Asks the filter about rows here and there. */
    private double passingShare(Search search) {
        int passed = 0;
        for (int i = 0; i < SAMPLE && !rows.isEmpty(); i++) {
            // Multiples of the golden ratio are spread evenly and keep no step with anything in the ids.
            int number = (int) ((((i * 0x9E3779B9L) & 0xFFFFFFFFL) * rows.size()) >>> 32);
            passed += search.passes(rows.get(number).id()) ? 1 : 0;
        }
        return (double) passed / SAMPLE;
    }
}
