package io.buyme.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;

/** Reads an {@code IndexIVFPQ} on a flat quantizer. */
final class FaissCodesReader {

    private static final int BITS = 8;
    private static final int HASH_TABLE = 2;

    private final SnapshotInput input;
    private final FaissReader reader;

    FaissCodesReader(SnapshotInput input, FaissReader reader) {
        this.input = input;
        this.reader = reader;
    }

    FaissIndex read(FaissReader.Header header) throws IOException {
        long lists = input.readLong();
        // How many lists a search looks into.
        input.readLong();
        Centers centers = readCenters(lists, header.dimension());
        skipDirectMap();
        boolean residual = input.readBytes(1)[0] != 0;
        long codeBytes = input.readLong();
        ProductQuantizer quantizer = readQuantizer(header.dimension());
        if (codeBytes != quantizer.parts()) {
            throw input.damaged("codes of %d bytes have %d parts".formatted(codeBytes, quantizer.parts()));
        }
        Coded[] rows = readLists(centers.count(), quantizer.parts(), header.rows());
        Arrays.sort(rows, Comparator.comparingLong(row -> row.id));
        FaissCodes codes = new FaissCodes(
                centers,
                quantizer,
                residual,
                Arrays.stream(rows).mapToInt(row -> row.list).toArray(),
                Arrays.stream(rows).map(row -> row.code).toArray(byte[][]::new));
        long[] ids = Arrays.stream(rows).mapToLong(row -> row.id).toArray();
        return FaissIndex.codes(header.metric(), codes, ids);
    }

    private Centers readCenters(long lists, int dimension) throws IOException {
        String tag = reader.readTag();
        if (!tag.equals("IxF2") && !tag.equals("IxFI") && !tag.equals("IxFl")) {
            throw input.damaged("its coarse quantizer is of kind '%s'; only flat ones are read".formatted(tag));
        }
        FaissIndex quantizer = reader.readFlat();
        float[][] points = new float[quantizer.size()][];
        Arrays.setAll(points, quantizer::vector);
        if (points.length == 0 || points.length != lists || points[0].length != dimension) {
            throw input.damaged("it has %d lists and %d centers".formatted(lists, points.length));
        }
        return new Centers(points);
    }

    private void skipDirectMap() throws IOException {
        int type = input.readBytes(1)[0];
        reader.readLongs(reader.readCount(Long.BYTES, "direct map entries"));
        if (type == HASH_TABLE) {
            reader.readLongs(2 * reader.readCount(2 * Long.BYTES, "hashed ids"));
        }
    }

    private ProductQuantizer readQuantizer(int dimension) throws IOException {
        long claimed = input.readLong();
        long parts = input.readLong();
        long bits = input.readLong();
        if (claimed != dimension || parts < 1 || parts > dimension || dimension % parts != 0 || bits != BITS) {
            throw input.damaged("its product quantizer has %d parts of %d bits for dimension %d; only 8 bits are read"
                    .formatted(parts, bits, claimed));
        }
        reader.readCount((long) ProductQuantizer.CODEWORDS * dimension, Float.BYTES, "codeword values");
        Centers[] codebooks = new Centers[(int) parts];
        for (int part = 0; part < parts; part++) {
            codebooks[part] = new Centers(reader.readVectors(ProductQuantizer.CODEWORDS, dimension / (int) parts));
        }
        return new ProductQuantizer(codebooks);
    }

    private Coded[] readLists(int lists, int codeBytes, int rows) throws IOException {
        String tag = reader.readTag();
        long claimedLists = input.readLong();
        long claimedBytes = input.readLong();
        if (!tag.equals("ilar") || claimedLists != lists || claimedBytes != codeBytes) {
            throw input.damaged("its inverted lists are of kind '%s', %d of %d bytes a row; wanted 'ilar', %d of %d"
                    .formatted(tag, claimedLists, claimedBytes, lists, codeBytes));
        }
        long[] sizes = readSizes(lists);
        reader.requireRoom(rows, codeBytes + Long.BYTES, "coded rows");
        Coded[] coded = new Coded[rows];
        int row = 0;
        for (int list = 0; list < lists; list++) {
            if (sizes[list] < 0 || sizes[list] > rows - row) {
                throw input.damaged("its lists have more rows than the %d of the index".formatted(rows));
            }
            int first = row;
            for (; row < first + sizes[list]; row++) {
                coded[row] = new Coded(list, input.readBytes(codeBytes));
            }
            for (int i = first; i < row; i++) {
                coded[i].id = input.readLong();
            }
        }
        if (row != rows) {
            throw input.damaged("its lists have %d rows where %d should be".formatted(row, rows));
        }
        return coded;
    }

    private long[] readSizes(int lists) throws IOException {
        String form = reader.readTag();
        if (form.equals("full")) {
            reader.readCount(lists, Long.BYTES, "sizes of lists");
            return reader.readLongs(lists);
        }
        if (!form.equals("sprs")) {
            throw input.damaged("the sizes of its lists are given as '%s'".formatted(form));
        }
        long[] pairs = reader.readLongs(reader.readCount(Long.BYTES, "sizes of lists"));
        long[] sizes = new long[lists];
        for (int i = 0; i < pairs.length - pairs.length % 2; i += 2) {
            if (pairs[i] < 0 || pairs[i] >= lists) {
                throw input.damaged("it gives the size of list %d of %d".formatted(pairs[i], lists));
            }
            sizes[(int) pairs[i]] = pairs[i + 1];
        }
        return sizes;
    }

    /** A row on its way. */
    private static final class Coded {

        private final int list;
        private final byte[] code;
        private long id;

        private Coded(int list, byte[] code) {
            this.list = list;
            this.code = code;
        }
    }
}
