package io.buyme.train.loop;

import io.buyme.train.net.Backbone;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** Two convolutions: enough to learn colors. */
final class TinyBackbone implements Backbone {

    static final String FIRST = "first";

    @Override
    public String addTo(GraphBuilder graph, String input) {
        graph.addLayer(FIRST, convolution(8), input);
        graph.addLayer("second", convolution(16), FIRST);
        return "second";
    }

    private static ConvolutionLayer convolution(int channels) {
        return new ConvolutionLayer.Builder(3, 3)
                .stride(2, 2)
                .padding(1, 1)
                .nOut(channels)
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU)
                .build();
    }

    @Override
    public int channels() {
        return 16;
    }

    @Override
    public List<String> layers() {
        return List.of(FIRST, "second");
    }
}
