package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import onnx.Onnx.AttributeProto;
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
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.protobuf.ByteString;

/**
 * An ONNX graph under construction: float32 computation, one free dimension. Several networks can go into one graph, and
 * one network several times: {@link #scope} keeps their names apart and lets them share weights. Not safe for concurrent
 * use.
 */
public final class OnnxBuilder {

    /** The operator set in which every layer's operators, Squeeze and Clip among them, have their present form. */
    static final int LAYERS = 13;

    /** The operator set in which RoiAlign counts pixels by their centres. */
    public static final int REGIONS = 16;

    private static final float LARGEST_HALF = 65504;

    private static final String BATCH = "N";

    private final GraphProto.Builder graph;
    private final int operatorSet;
    private final boolean halfWeights;
    private final Set<String> reserved;
    /** What is stored already, and the name under which nodes get at it. */
    private final Map<String, String> stored;

    private final String nodeScope;
    private final String weightScope;

    /**
     * Starts an empty graph.
     *
     * @param operatorSet of ONNX, {@value #LAYERS} or later
     * @param halfWeights whether weights are stored as 16-bit floats, or as 32-bit floats
     * @param reserved the names of the inputs and outputs, which nothing inside may have
     */
    public OnnxBuilder(int operatorSet, boolean halfWeights, Set<String> reserved) {
        this(
                GraphProto.newBuilder().setName("buyme"),
                operatorSet,
                halfWeights,
                Set.copyOf(reserved),
                new HashMap<>(),
                "",
                "");
    }

    private OnnxBuilder(
            GraphProto.Builder graph,
            int operatorSet,
            boolean halfWeights,
            Set<String> reserved,
            Map<String, String> stored,
            String nodeScope,
            String weightScope) {
        this.graph = graph;
        this.operatorSet = operatorSet;
        this.halfWeights = halfWeights;
        this.reserved = reserved;
        this.stored = stored;
        this.nodeScope = nodeScope;
        this.weightScope = weightScope;
    }

    /**
     * Returns a builder of the same graph whose names begin with those given.
     *
     * @param name of a network; uses of the same name share its weights
     * @param use one of several uses of the network
     */
    public OnnxBuilder scope(String name, String use) {
        String weights = weightScope + name + "/";
        return new OnnxBuilder(
                graph, operatorSet, halfWeights, reserved, stored, nodeScope + name + "/" + use + "/", weights);
    }

    /** Declares an input of floats; a size below 0 is free. */
    public void input(String name, long... shape) {
        graph.addInput(value(name, DataType.FLOAT, shape));
    }

    /** Declares an output of floats; a size below 0 is free. */
    public void output(String name, String source, long... shape) {
        output(name, source, DataType.FLOAT, shape);
    }

    /** Declares an output of 64-bit integers; a size below 0 is free. */
    public void integerOutput(String name, String source, long... shape) {
        output(name, source, DataType.INT64, shape);
    }

    private void output(String name, String source, DataType type, long... shape) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(source)
                .addOutput(name));
        graph.addOutput(value(name, type, shape));
    }

    /**
     * Adds a network, its weights as they are now.
     *
     * @param input the name of the value that goes into its only input
     * @param vertices whose values are wanted; what none of them needs is left out
     * @return the names of the vertices' values, in their order
     * @throws ModelFileException if a layer has no counterpart in ONNX
     */
    public List<String> network(ComputationGraph network, String input, List<String> vertices) {
        GraphTranslation translation = new GraphTranslation(network, this, vertices);
        translation.run(input);
        return vertices.stream().map(translation::value).toList();
    }

    /** Adds a node with one result, and returns the result's name; an empty input is left out. */
    public String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
        return nodes(operator, name, 1, inputs, attributes).get(0);
    }

    /** Adds a node with several results, and returns their names. */
    public List<String> nodes(
            String operator, String name, int results, List<String> inputs, AttributeProto... attributes) {
        String scoped = nodeScope + name;
        String first = reserved.contains(scoped) ? scoped + ".value" : scoped;
        List<String> names = IntStream.range(0, results)
                .mapToObj(i -> i == 0 ? first : first + "." + i)
                .toList();
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(first)
                .addAllInput(inputs)
                .addAllOutput(names)
                .addAllAttribute(List.of(attributes)));
        return names;
    }

    /** Stores a trained weight, and returns the name by which nodes get at it as 32-bit floats. */
    String weight(String name, INDArray values) {
        if (!halfWeights) {
            return constant(name, values);
        }
        String scoped = weightScope + name;
        String known = stored.get(scoped);
        if (known != null) {
            return known;
        }
        float[] floats = numbers(values);
        ByteBuffer bytes = ByteBuffer.allocate(2 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : floats) {
            if (Math.abs(value) > LARGEST_HALF) {
                throw new ModelFileException(
                        Reason.UNSUPPORTED, "'" + scoped + "' has numbers beyond the range of 16-bit floats");
            }
            bytes.putShort((short) HalfIndexer.fromFloat(value));
        }
        graph.addInitializer(tensor(scoped, DataType.FLOAT16, values.shape(), bytes));
        String cast =
                node("Cast", name + ".float", List.of(scoped), Attributes.integer("to", DataType.FLOAT.getNumber()));
        stored.put(scoped, cast);
        return cast;
    }

    /** Stores numbers that stay 32-bit floats in any case, and returns the name by which nodes get at them. */
    public String constant(String name, INDArray values) {
        float[] floats = numbers(values);
        ByteBuffer bytes = ByteBuffer.allocate(4 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        return store(name, DataType.FLOAT, values.shape(), bytes);
    }

    /** Stores a row of numbers that stay 32-bit floats in any case; see {@link #constant}. */
    public String floats(String name, float... values) {
        return constant(name, Nd4j.createFromArray(values));
    }

    /** Stores a row of integers, and returns the name by which nodes get at them. */
    public String integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return store(name, DataType.INT64, new long[] {values.length}, bytes);
    }

    /** Stores one integer, and returns the name by which nodes get at it. */
    public String integer(String name, long value) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(value);
        return store(name, DataType.INT64, new long[0], bytes);
    }

    private String store(String name, DataType type, long[] shape, ByteBuffer bytes) {
        String scoped = weightScope + name;
        if (stored.putIfAbsent(scoped, scoped) == null) {
            graph.addInitializer(tensor(scoped, type, shape, bytes));
        }
        return scoped;
    }

    /** Returns the content of a model file. */
    public byte[] toModel(Map<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(irVersion(operatorSet))
                .setProducerName("buyme-train")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(operatorSet))
                .setGraph(graph);
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    /** The version of the file format that came with an operator set. */
    private static int irVersion(int operatorSet) {
        return operatorSet < 15 ? 7 : 8;
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

    private static ValueInfoProto value(String name, DataType elements, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (long dimension : shape) {
            dimensions.addDim(
                    dimension < 0
                            ? Dimension.newBuilder().setDimParam(BATCH)
                            : Dimension.newBuilder().setDimValue(dimension));
        }
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(elements.getNumber())
                .setShape(dimensions)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
