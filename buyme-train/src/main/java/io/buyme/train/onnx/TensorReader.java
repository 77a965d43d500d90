package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import onnx.Onnx.TensorProto.DataType;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads the numbers of one ONNX file's initialisers, whichever way they are stored (ONNX IR specification, "Tensors"
 * and "External data").
 */
final class TensorReader {

    private final Path model;

    TensorReader(Path model) {
        this.model = model;
    }

    /** Returns the numbers as floats in C order. */
    INDArray read(TensorProto tensor) {
        long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        long length = 1;
        for (long dimension : shape) {
            length = Math.multiplyExact(length, dimension);
        }
        float[] values = isRaw(tensor) ? floats(tensor, raw(tensor)) : typed(tensor);
        if (values.length != length) {
            throw new ModelFileException(
                    Reason.NOT_A_MODEL,
                    model + ": initialiser '" + tensor.getName() + "' of shape " + tensor.getDimsList() + " needs "
                            + length + " numbers, found " + values.length);
        }
        return shape.length == 0 ? Nd4j.scalar(values[0]) : Nd4j.create(values, shape, 'c');
    }

    private static boolean isRaw(TensorProto tensor) {
        return tensor.getDataLocation() == DataLocation.EXTERNAL
                || !tensor.getRawData().isEmpty();
    }

    private ByteBuffer raw(TensorProto tensor) {
        ByteBuffer bytes = tensor.getDataLocation() == DataLocation.EXTERNAL
                ? external(tensor)
                : tensor.getRawData().asReadOnlyByteBuffer();
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    private float[] floats(TensorProto tensor, ByteBuffer raw) {
        switch (DataType.forNumber(tensor.getDataType())) {
            case FLOAT -> {
                FloatBuffer floats = raw.asFloatBuffer();
                float[] values = new float[floats.remaining()];
                floats.get(values);
                return values;
            }
            case FLOAT16 -> {
                float[] values = new float[raw.remaining() / 2];
                for (int i = 0; i < values.length; i++) {
                    values[i] = HalfIndexer.toFloat(raw.getShort() & 0xFFFF);
                }
                return values;
            }
            case DOUBLE -> {
                float[] values = new float[raw.remaining() / 8];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) raw.getDouble();
                }
                return values;
            }
            default -> throw unsupported(tensor);
        }
    }

    private float[] typed(TensorProto tensor) {
        switch (DataType.forNumber(tensor.getDataType())) {
            case FLOAT -> {
                float[] values = new float[tensor.getFloatDataCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = tensor.getFloatData(i);
                }
                return values;
            }
            case FLOAT16 -> {
                float[] values = new float[tensor.getInt32DataCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = HalfIndexer.toFloat(tensor.getInt32Data(i) & 0xFFFF);
                }
                return values;
            }
            case DOUBLE -> {
                float[] values = new float[tensor.getDoubleDataCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) tensor.getDoubleData(i);
                }
                return values;
            }
            default -> throw unsupported(tensor);
        }
    }

    private ModelFileException unsupported(TensorProto tensor) {
        return new ModelFileException(
                Reason.UNSUPPORTED,
                model + ": weight '" + tensor.getName() + "' is of type " + DataType.forNumber(tensor.getDataType())
                        + "; wanted FLOAT, FLOAT16 or DOUBLE: use the model as it was before quantisation");
    }

    private ByteBuffer external(TensorProto tensor) {
        Map<String, String> entries = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        String location = entries.getOrDefault("location", "");
        Path beside = model.toAbsolutePath().normalize();
        Path file = beside.resolveSibling(location).normalize();
        if (!file.startsWith(beside.resolveSibling("").normalize())) {
            throw external(tensor, "'" + location + "', outside the model's folder");
        }
        if (!Files.isRegularFile(file)) {
            throw external(tensor, "'" + location + "', which is missing: put it beside the model");
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long offset = Long.parseLong(entries.getOrDefault("offset", "0"));
            long length =
                    entries.containsKey("length") ? Long.parseLong(entries.get("length")) : channel.size() - offset;
            if (offset < 0 || length < 0 || offset + length > channel.size()) {
                throw external(tensor, "'" + location + "', which has only " + channel.size() + " bytes");
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
            channel.position(offset);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return bytes.flip();
        } catch (IOException | NumberFormatException e) {
            throw new ModelFileException(
                    Reason.EXTERNAL_DATA, model + ": cannot read '" + location + "' with its weights", e);
        }
    }

    private ModelFileException external(TensorProto tensor, String where) {
        return new ModelFileException(
                Reason.EXTERNAL_DATA, model + ": the numbers of '" + tensor.getName() + "' are in " + where);
    }
}
