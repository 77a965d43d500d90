package io.buyme.train.net;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;

/**
 * The part of a network that turns a picture into a map of features. Stateless and safe for concurrent use; every layer
 * brings its own initialisation, activation and padding, so that the settings of the graph around it do not matter.
 */
public interface Backbone {

    /**
     * Adds the layers to a graph under their own names.
     *
     * @param graph the graph under construction
     * @param input the vertex that gives pictures, [N, 3, height, width], prepared as the network expects
     * @return the last vertex, a feature map [N, {@link #channels()}, h, w]
     */
    String addTo(GraphBuilder graph, String input);

    /** Returns the number of channels of the feature map. */
    int channels();

    /** Returns the names of the layers with weights, in the order of computation. */
    List<String> layers();

    /** Returns the type of the input for square pictures of a size in pixels. */
    default InputType inputType(int size) {
        return InputType.convolutional(size, size, 3, CNN2DFormat.NCHW);
    }
}
