package io.buyme.train.onnx;

import io.buyme.train.onnx.WeightedNode.Kind;
import io.buyme.train.onnx.WeightedNode.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Finds the nodes of an ONNX graph that have weights, in the order of the file, which is that of computation. */
final class WeightedNodes {

    /** "conv1.weight", "conv1/kernel:0", "conv1_W": what is before the last part is the layer's name. */
    private static final Pattern WEIGHT_NAME =
            Pattern.compile("(.+)[._/](weight|w|W|kernel|depthwise_kernel|gamma|scale)(:0)?");

    private final TensorReader reader;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, String> addedConstants = new HashMap<>();

    private WeightedNodes(TensorReader reader, GraphProto graph) {
        this.reader = reader;
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : graph.getNodeList()) {
            switch (node.getOpType()) {
                case "Constant" -> constant(node);
                // Weights stored as 16-bit floats are cast before use.
                case "Cast", "Identity" -> alias(node);
                case "Add" -> addition(node);
                default -> {}
            }
        }
    }

    static List<WeightedNode> of(GraphProto graph, TensorReader reader) {
        WeightedNodes nodes = new WeightedNodes(reader, graph);
        List<WeightedNode> found = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            nodes.weighted(node).ifPresent(found::add);
        }
        return found;
    }

    private void constant(NodeProto node) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals("value")) {
                constants.put(node.getOutput(0), attribute.getT());
            }
        }
    }

    private void alias(NodeProto node) {
        TensorProto tensor = constants.get(node.getInput(0));
        if (tensor != null) {
            constants.put(node.getOutput(0), tensor);
        }
    }

    private void addition(NodeProto node) {
        for (int i = 0; i < 2; i++) {
            if (constants.containsKey(node.getInput(i))) {
                addedConstants.put(node.getInput(1 - i), node.getInput(i));
            }
        }
    }

    private Optional<WeightedNode> weighted(NodeProto node) {
        return switch (node.getOpType()) {
            case "Conv" -> node(node, Kind.CONVOLUTION, Role.WEIGHT, Role.BIAS);
            case "ConvTranspose" -> node(node, Kind.TRANSPOSED_CONVOLUTION, Role.WEIGHT, Role.BIAS);
            case "Gemm", "MatMul" -> node(node, Kind.DENSE, Role.WEIGHT, Role.BIAS);
            case "BatchNormalization" ->
                node(node, Kind.NORMALIZATION, Role.WEIGHT, Role.BIAS, Role.MEAN, Role.VARIANCE);
            default -> Optional.empty();
        };
    }

    private Optional<WeightedNode> node(NodeProto node, Kind kind, Role... roles) {
        Map<Role, INDArray> weights = new EnumMap<>(Role.class);
        for (int i = 0; i < roles.length && i + 1 < node.getInputCount(); i++) {
            TensorProto tensor = constants.get(node.getInput(i + 1));
            if (tensor != null) {
                weights.put(roles[i], reader.read(tensor));
            }
        }
        if (!weights.containsKey(Role.WEIGHT)) {
            return Optional.empty();
        }
        if (kind == Kind.DENSE) {
            completeDense(node, weights);
        }
        return Optional.of(new WeightedNode(kind, names(node), weights));
    }

    private void completeDense(NodeProto node, Map<Role, INDArray> weights) {
        boolean transposed = node.getAttributeList().stream()
                .anyMatch(attribute -> attribute.getName().equals("transB") && attribute.getI() == 1);
        if (!transposed) {
            weights.computeIfPresent(Role.WEIGHT, (role, matrix) -> matrix.rank() == 2 ? matrix.transpose() : matrix);
        }
        TensorProto bias = constants.get(addedConstants.getOrDefault(node.getOutput(0), ""));
        if (bias != null) {
            weights.putIfAbsent(Role.BIAS, reader.read(bias));
        }
    }

    private Set<String> names(NodeProto node) {
        Set<String> names = new LinkedHashSet<>();
        if (!node.getName().isEmpty()) {
            names.add(node.getName());
        }
        String weight = node.getInput(1);
        String stored = constants.containsKey(weight) ? constants.get(weight).getName() : weight;
        for (String name : List.of(weight, stored)) {
            Matcher matcher = WEIGHT_NAME.matcher(name);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
