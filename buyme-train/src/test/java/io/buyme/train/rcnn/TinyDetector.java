package io.buyme.train.rcnn;

import io.buyme.api.Box;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/** A detector with random weights, small enough for tests, and pictures of colored rectangles for it. */
final class TinyDetector {

    static final DetectorShape SHAPE = new DetectorShape(64, 128, 4, 16, 2, 40);
    static final Limits LIMITS = new Limits(100, 30, 0.7, 0.05, 0.5, 3, 5);

    private TinyDetector() {}

    /** Returns a pyramid whose levels are just convolutions, one on top of the other. */
    static ComputationGraph pyramid() {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(InputType.convolutional(SHAPE.height(), SHAPE.width(), 3, CNN2DFormat.NCHW));
        String last = "image";
        for (Level level : Level.values()) {
            int stride = level == Level.P2 ? 4 : 2;
            graph.addLayer(
                    level.vertex(),
                    new ConvolutionLayer.Builder(stride + 1, stride + 1)
                            .stride(stride, stride)
                            .nOut(SHAPE.channels(level))
                            .convolutionMode(ConvolutionMode.Same)
                            .activation(Activation.RELU)
                            .weightInit(WeightInit.RELU)
                            .dataFormat(CNN2DFormat.NCHW)
                            .build(),
                    last);
            last = level.vertex();
        }
        ComputationGraph pyramid = new ComputationGraph(
                graph.setOutputs("p5").validateOutputLayerConfig(false).build());
        pyramid.init();
        return pyramid;
    }

    /** Returns networks with random heads. */
    static DetectorNetworks networks() {
        Map<HeadKind, Head> heads = new EnumMap<>(HeadKind.class);
        heads.put(HeadKind.PROPOSALS, Heads.proposals(SHAPE, 1));
        heads.put(HeadKind.BOXES, Heads.boxes(SHAPE, 0.2, 2));
        heads.put(HeadKind.MASKS, Heads.masks(SHAPE, 3));
        heads.values().forEach(head -> head.graph().params().muli(2));
        return new DetectorNetworks(pyramid(), heads);
    }

    /** Returns pictures with one red or blue rectangle each. */
    static PictureSupply rectangles(int count, long seed) {
        return new PictureSupply() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public LabeledPicture varied(int index, SplittableRandom random) {
                return rectangle(random);
            }

            @Override
            public LabeledPicture plain(int index) {
                return rectangle(new SplittableRandom(seed + index));
            }
        };
    }

    private static LabeledPicture rectangle(SplittableRandom random) {
        int label = random.nextInt(2);
        int width = random.nextInt(28, 37);
        int height = random.nextInt(28, 37);
        int left = random.nextInt(SHAPE.width() - width);
        int top = random.nextInt(SHAPE.height() - height);
        Box box = new Box(left, top, width, height);
        float[] pixels = new float[3 * SHAPE.width() * SHAPE.height()];
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                pixels[(2 * label * SHAPE.height() + y) * SHAPE.width() + x] = 1;
            }
        }
        List<Target> targets = new ArrayList<>();
        // Only the upper half belongs to it, so that there is something to draw.
        targets.add(new Target(label, box, (x, y) -> box.contains(x, y) && y < box.centerY()));
        return new LabeledPicture(pixels, targets);
    }
}
