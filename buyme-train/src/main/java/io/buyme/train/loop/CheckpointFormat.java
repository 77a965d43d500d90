package io.buyme.train.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The layout of checkpoint files, little-endian: the letters BMCP, version, length of the header and the header in JSON,
 * number of weights, number of slots, steps, five arrays of floats, and a CRC-32 of all before it.
 */
final class CheckpointFormat {

    private static final int MAGIC = 0x50434D42;
    private static final int VERSION = 1;
    private static final int CHUNK = 1 << 14;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckpointFormat() {}

    /** All of a checkpoint but its weights. What is optional is null, as JSON has it. */
    record Header(String run, Position position, Checkpoint.@Nullable Best best, List<Point> curve) {

        static Header of(Checkpoint checkpoint) {
            return new Header(
                    checkpoint.run(),
                    checkpoint.position(),
                    checkpoint.best().orElse(null),
                    checkpoint.curve().stream().map(Point::of).toList());
        }

        Checkpoint with(Weights weights) {
            List<CurvePoint> points = curve.stream().map(Point::toCurvePoint).toList();
            return new Checkpoint(run, position, Optional.ofNullable(best), points, weights);
        }
    }

    /** A point of the curve. */
    record Point(
            double epoch,
            long step,
            int size,
            double rate,
            Map<String, Double> losses,
            @Nullable Double measure) {

        static Point of(CurvePoint point) {
            return new Point(
                    point.epoch(),
                    point.step(),
                    point.size(),
                    point.rate(),
                    point.losses(),
                    point.measure().orElse(null));
        }

        CurvePoint toCurvePoint() {
            return new CurvePoint(epoch, step, size, rate, losses, Optional.ofNullable(measure));
        }
    }

    static void write(Checkpoint checkpoint, OutputStream to) throws IOException {
        CheckedOutputStream out = new CheckedOutputStream(to, new CRC32());
        byte[] header = JSON.writeValueAsBytes(Header.of(checkpoint));
        Weights weights = checkpoint.weights();
        byte[] start = new byte[28 + header.length];
        ByteBuffer.wrap(start)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putInt(header.length)
                .put(header)
                .putInt(weights.values.length)
                .putInt(weights.updates.length)
                .putLong(weights.steps);
        out.write(start);
        for (float[] array : weights.arrays()) {
            writeFloats(array, out);
        }
        byte[] sum = new byte[Long.BYTES];
        ByteBuffer.wrap(sum)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(out.getChecksum().getValue());
        to.write(sum);
    }

    private static void writeFloats(float[] array, OutputStream out) throws IOException {
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        FloatBuffer chunk =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (int from = 0; from < array.length; from += CHUNK) {
            int count = Math.min(CHUNK, array.length - from);
            chunk.clear().put(array, from, count);
            out.write(bytes, 0, count * Float.BYTES);
        }
    }

    static Checkpoint read(InputStream from) throws IOException {
        CheckedInputStream in = new CheckedInputStream(from, new CRC32());
        ByteBuffer start = read(in, 12);
        if (start.getInt() != MAGIC || start.getInt() != VERSION) {
            throw new IOException("it is no checkpoint of version " + VERSION);
        }
        byte[] json = readBytes(in, start.getInt());
        ByteBuffer counts = read(in, 16);
        Weights weights = new Weights(new float[counts.getInt()], counts.getInt());
        weights.steps = counts.getLong();
        for (float[] array : weights.arrays()) {
            readFloats(in, array);
        }
        long sum = in.getChecksum().getValue();
        if (read(from, 8).getLong() != sum) {
            throw new IOException("its checksum does not match: it was damaged");
        }
        return JSON.readValue(json, Header.class).with(weights);
    }

    private static void readFloats(InputStream in, float[] array) throws IOException {
        for (int from = 0; from < array.length; from += CHUNK) {
            int count = Math.min(CHUNK, array.length - from);
            read(in, count * Float.BYTES).asFloatBuffer().get(array, from, count);
        }
    }

    private static ByteBuffer read(InputStream in, int length) throws IOException {
        return ByteBuffer.wrap(readBytes(in, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] readBytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("it ends early");
        }
        return bytes;
    }
}
