package io.buyme.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The sections of a snapshot that hold lists and codes, as {@link SnapshotFormat} says. */
final class IvfSections {

    private static final int LIST_HEAD_BYTES = 2 * Integer.BYTES + 4 * Long.BYTES;

    private IvfSections() {}

    static void writeLists(SnapshotOutput output, IvfCoarse coarse, int[] listByRow) {
        Centers centers = coarse.centers();
        long centerBytes = (long) centers.count() * centers.dimension() * Float.BYTES;
        output.beginSection(
                SnapshotFormat.LISTS, LIST_HEAD_BYTES + centerBytes + (long) listByRow.length * Integer.BYTES);
        output.writeInt(centers.count());
        output.writeInt(listByRow.length);
        output.writeLong(coarse.training().rows());
        output.writeLong(Double.doubleToLongBits(coarse.training().meanError()));
        output.writeLong(coarse.added());
        output.writeLong(Double.doubleToLongBits(coarse.addedError()));
        writeCenters(output, centers);
        for (int list : listByRow) {
            output.writeInt(list);
        }
        output.endSection();
    }

    /** Reads to the end of the section. */
    static IvfAssignment readLists(SnapshotInput input, int dimension, int rows) throws IOException {
        int lists = input.readInt();
        int claimed = input.readInt();
        if (lists < 1 || claimed != rows) {
            throw input.damaged("lists claim to be %s with %s rows, but the partition has %d rows"
                    .formatted(Integer.toUnsignedString(lists), Integer.toUnsignedString(claimed), rows));
        }
        long trained = input.readLong();
        double trainedError = Double.longBitsToDouble(input.readLong());
        long added = input.readLong();
        double addedError = Double.longBitsToDouble(input.readLong());
        if (trained < 0 || added < 0 || !(trainedError >= 0) || !(addedError >= 0)) {
            throw input.damaged("the statistics of lists have a negative number");
        }
        Centers centers = readCenters(input, lists, dimension);
        int[] listByRow = new int[rows];
        for (int row = 0; row < rows; row++) {
            listByRow[row] = input.readInt();
            if (listByRow[row] < 0 || listByRow[row] >= lists) {
                throw input.damaged(
                        "a row is in list %s of %d".formatted(Integer.toUnsignedString(listByRow[row]), lists));
            }
        }
        input.endSection();
        IvfCoarse.Training training = new IvfCoarse.Training(trained, trainedError);
        return new IvfAssignment(new IvfCoarse(centers, training, added, addedError), listByRow);
    }

    static void writeCodes(SnapshotOutput output, ProductQuantizer quantizer, int rows, CodeSource source) {
        int parts = quantizer.parts();
        long wordBytes = (long) quantizer.codewords() * quantizer.dimension() * Float.BYTES;
        output.beginSection(SnapshotFormat.CODES, 3L * Integer.BYTES + wordBytes + (long) rows * parts);
        output.writeInt(parts);
        output.writeInt(quantizer.codewords());
        output.writeInt(rows);
        for (int part = 0; part < parts; part++) {
            writeCenters(output, quantizer.codebook(part));
        }
        byte[] code = new byte[parts];
        for (int row = 0; row < rows; row++) {
            source.read(row, code);
            output.writeBytes(code);
        }
        output.endSection();
    }

    /** Reads the number of parts of codes, which the section begins with. */
    static int readParts(SnapshotInput input, int dimension) throws IOException {
        int parts = input.readInt();
        if (parts < 1 || parts > dimension) {
            throw input.damaged(
                    "codes claim %s parts of %d dimensions".formatted(Integer.toUnsignedString(parts), dimension));
        }
        return parts;
    }

    /** Reads what follows the number of parts, up to the codes. */
    static ProductQuantizer readQuantizer(SnapshotInput input, int parts, int dimension, int rows) throws IOException {
        int codewords = input.readInt();
        int claimed = input.readInt();
        if (codewords < 1 || codewords > ProductQuantizer.CODEWORDS || claimed != rows) {
            throw input.damaged("codes claim %s codewords and %s rows, but the partition has %d rows"
                    .formatted(Integer.toUnsignedString(codewords), Integer.toUnsignedString(claimed), rows));
        }
        Centers[] codebooks = new Centers[parts];
        for (int part = 0; part < parts; part++) {
            int length =
                    ProductQuantizer.start(part + 1, parts, dimension) - ProductQuantizer.start(part, parts, dimension);
            codebooks[part] = readCenters(input, codewords, length);
        }
        return new ProductQuantizer(codebooks);
    }

    /** Reads the codes to the end of the section. */
    static void readCodes(SnapshotInput input, ProductQuantizer quantizer, int rows, ObjIntConsumer<byte[]> target)
            throws IOException {
        for (int row = 0; row < rows; row++) {
            byte[] code = input.readBytes(quantizer.parts());
            for (byte word : code) {
                if (Byte.toUnsignedInt(word) >= quantizer.codewords()) {
                    throw input.damaged(
                            "a code has codeword %d of %d".formatted(Byte.toUnsignedInt(word), quantizer.codewords()));
                }
            }
            target.accept(code, row);
        }
        input.endSection();
    }

    private static void writeCenters(SnapshotOutput output, Centers centers) {
        for (int i = 0; i < centers.count(); i++) {
            output.writeFloats(centers.point(i));
        }
    }

    /** Asks for memory as it reads, so that a number that is too large ends with the section. */
    private static Centers readCenters(SnapshotInput input, int count, int dimension) throws IOException {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] point = new float[dimension];
            input.readFloats(point);
            for (float value : point) {
                if (!Float.isFinite(value)) {
                    throw input.damaged("a center is not finite");
                }
            }
            points.add(point);
        }
        return new Centers(points.toArray(float[][]::new));
    }
}
