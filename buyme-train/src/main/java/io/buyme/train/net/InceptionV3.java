package io.buyme.train.net;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;

/**
 * Inception v3 (Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", 2016) with torchvision's
 * layers and names, without the auxiliary classifier. With 1000 classes on top it has 23,834,568 trainable parameters.
 * Made for 299 x 299 pictures; the smallest are 75 x 75.
 */
public final class InceptionV3 implements Backbone {

    /** Creates the description of the network. */
    public InceptionV3() {}

    @Override
    public String addTo(GraphBuilder graph, String input) {
        return add(new LayerStack(graph), input);
    }

    @Override
    public int channels() {
        return 2048;
    }

    @Override
    public List<String> layers() {
        return LayerStack.weightedLayers(this::add);
    }

    private String add(LayerStack stack, String input) {
        InceptionModules modules = new InceptionModules(stack);
        String last = modules.stem(input);
        last = modules.small("Mixed_5b", 32, last);
        last = modules.small("Mixed_5c", 64, last);
        last = modules.small("Mixed_5d", 64, last);
        last = modules.firstReduction("Mixed_6a", last);
        last = modules.medium("Mixed_6b", 128, last);
        last = modules.medium("Mixed_6c", 160, last);
        last = modules.medium("Mixed_6d", 160, last);
        last = modules.medium("Mixed_6e", 192, last);
        last = modules.secondReduction("Mixed_7a", last);
        last = modules.large("Mixed_7b", last);
        return modules.large("Mixed_7c", last);
    }
}
