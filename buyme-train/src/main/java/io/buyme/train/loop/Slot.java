package io.buyme.train.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where one parameter of a layer lies among all weights of a network.
 *
 * @param index in the order of slots
 * @param layer its name
 * @param parameter its name in the layer
 * @param kind how it is updated
 */
public record Slot(int index, String layer, String parameter, Kind kind, int offset, int length) {

    /** How a parameter is updated. */
    public enum Kind {
        /** Multiplies: pulled towards zero by weight decay. */
        WEIGHT,
        /** Adds, so is left alone by weight decay. */
        BIAS,
        /** A running mean or variance, of which the gradient is the change itself. */
        STATISTIC
    }

    /** Lists the parameters of a network in the order in which it keeps them. */
    public static List<Slot> of(ComputationGraph graph) {
        List<Slot> slots = new ArrayList<>();
        int offset = 0;
        for (Layer layer : graph.getLayers()) {
            for (Map.Entry<String, INDArray> parameter : layer.paramTable().entrySet()) {
                int length = Math.toIntExact(parameter.getValue().length());
                String name = layer.conf().getLayer().getLayerName();
                slots.add(new Slot(slots.size(), name, parameter.getKey(), kind(layer, parameter), offset, length));
                offset += length;
            }
        }
        return List.copyOf(slots);
    }

    /** Tells whether both are the same parameter, be it of different networks. */
    public boolean matches(Slot other) {
        return layer.equals(other.layer) && parameter.equals(other.parameter) && length == other.length;
    }

    private static Kind kind(Layer layer, Map.Entry<String, INDArray> parameter) {
        String name = parameter.getKey();
        if (layer.conf().getLayer() instanceof BatchNormalization) {
            return name.equals(BatchNormalizationParamInitializer.GAMMA)
                            || name.equals(BatchNormalizationParamInitializer.BETA)
                    ? Kind.BIAS
                    : Kind.STATISTIC;
        }
        return layer.conf().getLayer().initializer().isWeightParam(layer.conf().getLayer(), name)
                ? Kind.WEIGHT
                : Kind.BIAS;
    }
}
