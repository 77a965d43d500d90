package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * The networks of a detector: all that is needed to write it.
 *
 * @param pyramid backbone and feature pyramid, with vertices named {@code p2} to {@code p5}
 * @param heads by kind
 */
record DetectorNetworks(ComputationGraph pyramid, Map<HeadKind, Head> heads) {

    DetectorNetworks {
        requireNonNull(pyramid, "pyramid");
        heads = Map.copyOf(heads);
    }

    Head head(HeadKind kind) {
        return requireNonNull(heads.get(kind), kind.name());
    }
}
