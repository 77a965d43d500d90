package io.buyme.train.onnx;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;

/** Layers that transfer learning has wrapped so that they do not learn; they compute what is inside. */
final class Frozen {

    private Frozen() {}

    static Layer thawed(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return thawed(frozen.getLayer());
        }
        if (layer instanceof FrozenLayerWithBackprop frozen) {
            return thawed(frozen.getUnderlying());
        }
        return layer;
    }
}
