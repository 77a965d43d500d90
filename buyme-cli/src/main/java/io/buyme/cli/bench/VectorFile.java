package io.buyme.cli.bench;

import io.buyme.api.BuyMeException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Files of vectors, by the end of their name: {@code .fvecs} and {@code .bvecs} (rows of little-endian float32 or of bytes,
 * each after its length), {@code .npy} (NumPy, two axes of float32, float64 or uint8 in C order), {@code -ubyte} (IDX, as
 * Fashion-MNIST comes), all of them also with {@code .gz}.
 */
public final class VectorFile {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_NUMBERS = 1 << 20;
    private static final byte[] NUMPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile(
            "'descr': *'([<|]f4|<f8|\\|u1)'.*'fortran_order': *False.*'shape': *\\((\\d{1,9}), *(\\d{1,7})\\)");

    private final String name;
    private final DataInputStream in;

    private VectorFile(String name, DataInputStream in) {
        this.name = name;
        this.in = in;
    }

    /**
     * Reads the first vectors of a file.
     *
     * @param most how many at most
     * @throws BuyMeException if the file cannot be read or is of none of these formats
     */
    public static VectorSet read(Path file, int most) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(".gz");
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream stream = packed ? new GZIPInputStream(raw, BUFFER) : raw) {
            String plain = packed ? name.substring(0, name.length() - 3) : name;
            VectorFile reader = new VectorFile(plain, new DataInputStream(new BufferedInputStream(stream, BUFFER)));
            return VectorSet.over(reader.rows(most));
        } catch (EOFException e) {
            throw new BuyMeException("%s ends in the middle of a vector".formatted(file), e);
        } catch (IOException e) {
            throw new BuyMeException("cannot read %s (%s)".formatted(file, e), e);
        } catch (IllegalArgumentException e) {
            throw new BuyMeException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Writes vectors as {@code .fvecs}.
     *
     * @throws BuyMeException if that fails
     */
    static void writeFvecs(VectorSet vectors, Path file) {
        ByteBuffer row = ByteBuffer.allocate(Integer.BYTES + vectors.dimension() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            for (int i = 0; i < vectors.size(); i++) {
                row.clear().putInt(vectors.dimension());
                row.asFloatBuffer().put(vectors.row(i));
                out.write(row.array());
            }
        } catch (IOException e) {
            throw new BuyMeException("cannot write %s (%s)".formatted(file, e), e);
        }
    }

    private List<float[]> rows(int most) throws IOException {
        if (name.endsWith(".fvecs")) {
            return vecs(most, Cell.FLOAT);
        }
        if (name.endsWith(".bvecs")) {
            return vecs(most, Cell.BYTE);
        }
        if (name.endsWith(".npy")) {
            return numpy(most);
        }
        if (name.endsWith("ubyte")) {
            return idx(most);
        }
        throw new IllegalArgumentException("want a file of vectors: .fvecs, .bvecs, .npy or -ubyte, perhaps with .gz");
    }

    private List<float[]> vecs(int most, Cell cell) throws IOException {
        List<float[]> rows = new ArrayList<>();
        while (rows.size() < most) {
            int first = in.read();
            if (first < 0) {
                break;
            }
            byte[] more = in.readNBytes(3);
            if (more.length < 3) {
                throw new EOFException();
            }
            int length = first | (more[0] & 0xFF) << 8 | (more[1] & 0xFF) << 16 | (more[2] & 0xFF) << 24;
            rows.add(row(length, cell));
        }
        return rows;
    }

    private List<float[]> numpy(int most) throws IOException {
        byte[] magic = in.readNBytes(NUMPY.length);
        int version = in.readUnsignedByte();
        in.readUnsignedByte();
        if (!Arrays.equals(magic, NUMPY) || version < 1 || version > 3) {
            throw new IllegalArgumentException("it is not a NumPy file of version 1 to 3");
        }
        int length = version == 1
                ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                : Integer.reverseBytes(in.readInt());
        checkLength(length);
        String header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        Matcher found = HEADER.matcher(header);
        if (!found.find()) {
            throw new IllegalArgumentException(
                    "want two axes of little-endian float32, float64 or of uint8 in C order, got " + header.strip());
        }
        Cell cell = Cell.ofNumpy(found.group(1));
        return rows(Math.min(most, Integer.parseInt(found.group(2))), Integer.parseInt(found.group(3)), cell);
    }

    private List<float[]> idx(int most) throws IOException {
        int magic = in.readInt();
        int axes = magic & 0xFF;
        if (magic >>> 8 != 8 || axes < 2 || axes > 4) {
            throw new IllegalArgumentException("it is not an IDX file of bytes with two to four axes");
        }
        int count = in.readInt();
        long length = 1;
        for (int i = 1; i < axes; i++) {
            length *= in.readInt();
            checkLength(length);
        }
        return rows(Math.min(most, count), (int) length, Cell.BYTE);
    }

    private List<float[]> rows(int count, int length, Cell cell) throws IOException {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(length, cell));
        }
        return rows;
    }

    private float[] row(int length, Cell cell) throws IOException {
        checkLength(length);
        byte[] bytes = in.readNBytes(length * cell.bytes);
        if (bytes.length < length * cell.bytes) {
            throw new EOFException();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] row = new float[length];
        for (int i = 0; i < length; i++) {
            row[i] = switch (cell) {
                case BYTE -> buffer.get() & 0xFF;
                case FLOAT -> buffer.getFloat();
                case DOUBLE -> (float) buffer.getDouble();
            };
        }
        return row;
    }

    private static void checkLength(long length) {
        if (length < 1 || length > MOST_NUMBERS) {
            throw new IllegalArgumentException("a vector has 1 to %d numbers, not %d".formatted(MOST_NUMBERS, length));
        }
    }

    private enum Cell {
        BYTE(1),
        FLOAT(4),
        DOUBLE(8);

        private final int bytes;

        Cell(int bytes) {
            this.bytes = bytes;
        }

        static Cell ofNumpy(String type) {
            return switch (type) {
                case "<f8" -> DOUBLE;
                case "|u1" -> BYTE;
                default -> FLOAT;
            };
        }
    }
}
