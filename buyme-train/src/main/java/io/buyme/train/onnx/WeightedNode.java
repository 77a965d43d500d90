package io.buyme.train.onnx;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A node of an ONNX file with the weights that belong to it.
 *
 * @param kind what it computes
 * @param names the names under which a layer may ask for it: the node's own, and what its weights have in common
 * @param weights the arrays by role; filters are [out, in/group, h, w], of transposed convolutions [in, out, h, w],
 *     matrices [out, in]
 */
record WeightedNode(Kind kind, Set<String> names, Map<Role, INDArray> weights) {

    enum Kind {
        CONVOLUTION,
        TRANSPOSED_CONVOLUTION,
        DENSE,
        NORMALIZATION
    }

    enum Role {
        WEIGHT,
        BIAS,
        MEAN,
        VARIANCE
    }

    WeightedNode {
        names = Set.copyOf(names);
        weights = Map.copyOf(weights);
    }

    /** Returns the name for messages. */
    String name() {
        return names.stream().sorted().findFirst().orElse("without a name");
    }
}
