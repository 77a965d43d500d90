package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.Tensor;
import io.buyme.onnx.TensorSpec;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network that is shown one region of a photo at a time. Safe for concurrent use; owns the model. */
final class PictureNetwork implements AutoCloseable {

    private final OnnxModel model;
    private final PictureFormat format;
    private final TensorSpec input;
    /** As many as there were runs at once: memory outside of the heap is slow to get and to give back. */
    private final Queue<FloatBuffer> idleBuffers = new ConcurrentLinkedQueue<>();

    PictureNetwork(OnnxModel model, PictureFormat format) {
        this.model = model;
        this.format = format;
        this.input = inputOf(model);
    }

    /**
     * Returns the one input of a detector.
     *
     * @throws BuyMeException if the model wants something else
     */
    static TensorSpec inputOf(OnnxModel model) {
        List<TensorSpec> inputs = model.inputs();
        int axes = inputs.size() == 1 ? inputs.get(0).shape().size() : 0;
        if (axes != 3 && axes != 4) {
            throw new BuyMeException(("model %s wants %s; a detector wants one input, of a picture (three axes) or of a"
                            + " batch of them (four)")
                    .formatted(model.name(), inputs));
        }
        return inputs.get(0);
    }

    OnnxModel model() {
        return model;
    }

    PictureFormat format() {
        return format;
    }

    /** Returns the outputs for an empty picture. */
    Map<String, Tensor> probe() {
        return outputs(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), new Box(0, 0, 1, 1));
    }

    /** Returns all outputs for a region of a photo. */
    Map<String, Tensor> outputs(BufferedImage photo, Box region) {
        FloatBuffer idle = idleBuffers.poll();
        FloatBuffer values = (idle == null ? Tensor.buffer(format.length()) : idle).clear();
        try {
            format.write(format.canvas(photo, region), values);
            return model.run(Map.of(input.name(), Tensor.over(values.flip(), shape())));
        } finally {
            idleBuffers.add(values);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private long[] shape() {
        List<Long> shape = format.shape(1);
        return shape.subList(shape.size() - input.shape().size(), shape.size()).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }
}
