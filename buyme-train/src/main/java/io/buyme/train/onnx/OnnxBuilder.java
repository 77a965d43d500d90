package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.protobuf.ByteString;

/** An ONNX graph under construction: float32 computation, one free dimension for the batch. */
final class OnnxBuilder {

    /** The operator set in which every operator used here, Squeeze and Clip among them, has its present form. */
    private static final int OPERATOR_SET = 13;

    /** The version of the file format that came with that operator set. */
    private static final int IR_VERSION = 7;

    private static final float LARGEST_HALF = 65504;

    private static final String BATCH = "N";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("buyme");
    private final boolean halfWeights;
    private final Set<String> reserved;

    /**
     * Starts an empty graph.
     *
     * @param halfWeights whether weights are stored as 16-bit floats, or as 32-bit floats
     * @param reserved the names of the inputs and outputs, which nothing inside may have
     */
    OnnxBuilder(boolean halfWeights, Set<String> reserved) {
        this.halfWeights = halfWeights;
        this.reserved = Set.copyOf(reserved);
    }

    void input(String name, long... shape) {
        graph.addInput(value(name, shape));
    }

    void output(String name, String source, long... shape) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(source)
                .addOutput(name));
        graph.addOutput(value(name, shape));
    }

    /** Adds a node, and returns the name of its result. */
    String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
        String result = reserved.contains(name) ? name + ".value" : name;
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(result)
                .addAllInput(inputs)
                .addOutput(result)
                .addAllAttribute(List.of(attributes)));
        return result;
    }

    /** Stores a trained weight, and returns the name by which nodes get at it as 32-bit floats. */
    String weight(String name, INDArray values) {
        if (!halfWeights) {
            return constant(name, values);
        }
        float[] floats = numbers(values);
        ByteBuffer bytes = ByteBuffer.allocate(2 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : floats) {
            if (Math.abs(value) > LARGEST_HALF) {
                throw new ModelFileException(
                        Reason.UNSUPPORTED, "'" + name + "' has numbers beyond the range of 16-bit floats");
            }
            bytes.putShort((short) HalfIndexer.fromFloat(value));
        }
        graph.addInitializer(tensor(name, DataType.FLOAT16, values.shape(), bytes));
        return node("Cast", name + ".float", List.of(name), Attributes.integer("to", DataType.FLOAT.getNumber()));
    }

    /** Stores numbers that stay 32-bit floats in any case. */
    String constant(String name, INDArray values) {
        float[] floats = numbers(values);
        ByteBuffer bytes = ByteBuffer.allocate(4 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        graph.addInitializer(tensor(name, DataType.FLOAT, values.shape(), bytes));
        return name;
    }

    String integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        graph.addInitializer(tensor(name, DataType.INT64, new long[] {values.length}, bytes));
        return name;
    }

    byte[] toModel(Map<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("buyme-train")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph);
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    /** Returns the numbers of an array in C order. */
    static float[] numbers(INDArray values) {
        return values.dup('c').data().asFloat();
    }

    private static TensorProto tensor(String name, DataType type, long[] shape, ByteBuffer bytes) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes.rewind()));
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        return tensor.build();
    }

    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (long dimension : shape) {
            dimensions.addDim(
                    dimension < 0
                            ? Dimension.newBuilder().setDimParam(BATCH)
                            : Dimension.newBuilder().setDimValue(dimension));
        }
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.FLOAT.getNumber())
                .setShape(dimensions)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    /** The attributes of nodes. */
    static final class Attributes {

        private Attributes() {}

        static AttributeProto integer(String name, long value) {
            return AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeType.INT)
                    .setI(value)
                    .build();
        }

        static AttributeProto integers(String name, int... values) {
            AttributeProto.Builder attribute =
                    AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
            for (int value : values) {
                attribute.addInts(value);
            }
            return attribute.build();
        }

        static AttributeProto number(String name, double value) {
            return AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeType.FLOAT)
                    .setF((float) value)
                    .build();
        }

        static AttributeProto text(String name, String value) {
            return AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeType.STRING)
                    .setS(ByteString.copyFromUtf8(value))
                    .build();
        }
    }
}
