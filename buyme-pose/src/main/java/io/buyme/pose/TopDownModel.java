package io.buyme.pose;

import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.OnnxModelException;
import io.buyme.onnx.Tensor;
import io.buyme.onnx.TensorSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network that looks at one person and says how likely each keypoint is where, in one of two ways: heat maps, or rows of
 * columns and of rows. Safe for concurrent use.
 */
final class TopDownModel implements AutoCloseable {

    private static final int CHANNELS = 3;
    private static final int MAX_SIDE = 4096;
    private static final String WANTED =
            "wanted is one output of heat maps, 1x17xH/4xW/4, or two of SimCC, 1x17xW*2 and"
                    + " 1x17xH*2, for an input of WxH pixels";

    private final OnnxModel model;
    private final String input;
    private final int width;
    private final int height;
    private final PeakDecoder decoder;

    private TopDownModel(OnnxModel model, String input, int width, int height, PeakDecoder decoder) {
        this.model = model;
        this.input = input;
        this.width = width;
        this.height = height;
        this.decoder = decoder;
    }

    /**
     * Takes a model if it is of this kind; it is then closed with this one. It runs once on a black picture, as exported
     * networks often do not declare how large their outputs are.
     *
     * @throws BuyMeException if it is of another kind
     */
    static TopDownModel of(String provider, OnnxModel model, SubPixel refinement) {
        List<TensorSpec> inputs = model.inputs();
        if (inputs.size() != 1 || !picture(inputs.get(0).shape())) {
            throw failure(
                    provider,
                    model,
                    "wanted is one input 1x3xHxW of a fixed size, at most %d pixels a side, it has %s"
                            .formatted(MAX_SIDE, inputs),
                    null);
        }
        List<Long> shape = inputs.get(0).shape();
        int height = Math.toIntExact(shape.get(2));
        int width = Math.toIntExact(shape.get(3));
        String input = inputs.get(0).name();
        try {
            Tensor black = Tensor.over(Tensor.buffer(CHANNELS * height * width), 1, CHANNELS, height, width);
            List<Tensor> outputs = List.copyOf(model.run(Map.of(input, black)).values());
            return new TopDownModel(
                    model, input, width, height, decoder(provider, model, outputs, width, height, refinement));
        } catch (OnnxModelException e) {
            throw failure(provider, model, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean picture(List<Long> shape) {
        return shape.size() == 4
                && Math.abs(shape.get(0)) == 1
                && shape.get(1) == CHANNELS
                && shape.subList(2, 4).stream().allMatch(side -> side > 0 && side <= MAX_SIDE);
    }

    private static PeakDecoder decoder(
            String provider, OnnxModel model, List<Tensor> outputs, int width, int height, SubPixel refinement) {
        List<List<Long>> shapes = outputs.stream().map(Tensor::shape).toList();
        boolean maps = shapes.size() == 1 && shapes.get(0).size() == 4;
        boolean lines = shapes.size() == 2 && shapes.stream().allMatch(shape -> shape.size() == 3);
        if (!maps && !lines) {
            throw failure(provider, model, WANTED + "; it gives " + shapes, null);
        }
        if (shapes.stream().anyMatch(shape -> shape.get(1) != CocoPart.COUNT)) {
            throw failure(provider, model, "wanted are the 17 keypoints of COCO; it gives " + shapes, null);
        }
        double across =
                (double) width / (maps ? shapes.get(0).get(3) : shapes.get(0).get(2));
        double down =
                (double) height / (maps ? shapes.get(0).get(2) : shapes.get(1).get(2));
        if (across != down || shapes.stream().anyMatch(shape -> shape.get(0) != 1)) {
            throw failure(
                    provider,
                    model,
                    "%s; its input is %dx%d, and it gives %s".formatted(WANTED, width, height, shapes),
                    null);
        }
        return maps ? new HeatMapDecoder(across, refinement) : new SimccDecoder(across);
    }

    private static BuyMeException failure(String provider, OnnxModel model, String what, @Nullable Throwable cause) {
        return new BuyMeException(StageKind.POSE, provider, model.name() + ": " + what, cause);
    }

    /** Returns a network with memory of its own for the input; the caller closes it before this model. */
    TopDownNetwork newNetwork(boolean flip) {
        return new TopDownNetwork(this, flip);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    PeakDecoder decoder() {
        return decoder;
    }

    /** Returns what the network says of a picture: its outputs in the order in which it declares them. */
    List<Tensor> run(Tensor picture) {
        return List.copyOf(model.run(Map.of(input, picture)).values());
    }

    @Override
    public void close() {
        model.close();
    }
}
