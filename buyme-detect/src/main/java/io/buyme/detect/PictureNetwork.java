package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.PictureFormat.Layout;
import io.buyme.onnx.Tensor;
import io.buyme.onnx.TensorSpec;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network that is shown one region of a photo at a time. Safe for concurrent use; owns the model. */
final class PictureNetwork implements AutoCloseable {

    private static final int MAP_AXES = 4;

    private final OnnxModel model;
    private final PictureFormat format;
    private final TensorSpec input;
    private final boolean mirroring;
    /** As many as there were runs at once: memory outside of the heap is slow to get and to give back. */
    private final Queue<FloatBuffer> idleBuffers = new ConcurrentLinkedQueue<>();

    PictureNetwork(OnnxModel model, PictureFormat format) {
        this(model, format, false);
    }

    private PictureNetwork(OnnxModel model, PictureFormat format, boolean mirroring) {
        this.model = model;
        this.format = format;
        this.input = inputOf(model);
        this.mirroring = mirroring;
    }

    /**
     * Returns a network over the same model of which each output is the mean of those for the picture and for its mirror
     * image, in which a network errs elsewhere. Outputs of four axes are mirrored back first.
     */
    PictureNetwork mirroring() {
        return new PictureNetwork(model, format, true);
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
            Tensor picture = Tensor.over(values.flip(), shape());
            Map<String, Tensor> outputs = run(picture);
            return mirroring ? means(outputs, run(picture.reversed(columnAxis()))) : outputs;
        } finally {
            idleBuffers.add(values);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private Map<String, Tensor> run(Tensor picture) {
        return model.run(Map.of(input.name(), picture));
    }

    private int columnAxis() {
        int last = input.shape().size() - 1;
        return format.layout() == Layout.NCHW ? last : last - 1;
    }

    private static Map<String, Tensor> means(Map<String, Tensor> outputs, Map<String, Tensor> ofMirrorImage) {
        Map<String, Tensor> means = new HashMap<>();
        outputs.forEach((name, tensor) -> {
            Tensor mirrored = Probe.tensor(ofMirrorImage, name);
            means.put(
                    name,
                    mean(tensor, mirrored.shape().size() == MAP_AXES ? mirrored.reversed(MAP_AXES - 1) : mirrored));
        });
        return means;
    }

    private static Tensor mean(Tensor a, Tensor b) {
        float[] mean = a.toArray();
        FloatBuffer other = b.values();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (mean[i] + other.get(i)) / 2;
        }
        return Tensor.of(mean, a.shape().stream().mapToLong(Long::longValue).toArray());
    }

    private long[] shape() {
        List<Long> shape = format.shape(1);
        return shape.subList(shape.size() - input.shape().size(), shape.size()).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }
}
