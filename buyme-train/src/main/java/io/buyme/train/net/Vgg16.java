package io.buyme.train.net;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * The convolutions of VGG-16 (Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image
 * Recognition", 2015), 14,714,688 parameters, with the names of Keras.
 */
public final class Vgg16 implements Backbone {

    /** Some convolutions, then the map is halved. */
    private record Stage(int convolutions, int channels) {}

    private static final List<Stage> STAGES =
            List.of(new Stage(2, 64), new Stage(2, 128), new Stage(3, 256), new Stage(3, 512), new Stage(3, 512));

    /** Creates the description of the network. */
    public Vgg16() {}

    @Override
    public String addTo(GraphBuilder graph, String input) {
        return add(new LayerStack(graph), input);
    }

    @Override
    public int channels() {
        return 512;
    }

    @Override
    public List<String> layers() {
        return LayerStack.weightedLayers(this::add);
    }

    private String add(LayerStack stack, String input) {
        String last = input;
        for (int i = 1; i <= STAGES.size(); i++) {
            Stage stage = STAGES.get(i - 1);
            for (int j = 1; j <= stage.convolutions(); j++) {
                last = stack.convolution(
                        "block" + i + "_conv" + j, LayerStack.same(stage.channels(), 3, 1), Activation.RELU, last);
            }
            last = stack.pool(
                    "block" + i + "_pool", LayerStack.pooling(SubsamplingLayer.PoolingType.MAX, 2, 2, 0), last);
        }
        return last;
    }
}
