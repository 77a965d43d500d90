package io.buyme.embed;

import io.buyme.api.BuyMeException;
import io.buyme.api.Crop;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.Tensor;
import io.buyme.onnx.TensorSpec;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network that answers pictures, in batches. Safe for concurrent use; owns the model. */
final class PictureNetwork implements AutoCloseable {

    private final OnnxModel model;
    private final PictureFormat format;
    private final String input;
    private final boolean fixedBatch;
    private final int batch;
    /** As many as there were runs at once: memory outside of the heap is slow to get and to give back. */
    private final Queue<FloatBuffer> idleBuffers = new ConcurrentLinkedQueue<>();

    /**
     * Creates a network.
     *
     * @param model with one input, closed with this network
     * @param format of the pictures
     * @param batch how many pictures at most go through at once; a model that asks for a number gets that
     */
    PictureNetwork(OnnxModel model, PictureFormat format, int batch) {
        TensorSpec spec = inputOf(model);
        this.model = model;
        this.format = format;
        this.input = spec.name();
        this.fixedBatch = spec.shape().get(0) > 0;
        this.batch = fixedBatch ? Math.toIntExact(spec.shape().get(0)) : batch;
    }

    /**
     * Returns the one input of a model of pictures.
     *
     * @throws BuyMeException if the model wants something else
     */
    static TensorSpec inputOf(OnnxModel model) {
        List<TensorSpec> inputs = model.inputs();
        if (inputs.size() != 1 || inputs.get(0).shape().size() != 4) {
            throw new BuyMeException("model %s wants %s; an embedder wants one input of pictures, with four axes"
                    .formatted(model.name(), inputs));
        }
        return inputs.get(0);
    }

    /**
     * What the network said to one picture.
     *
     * @param outputs of the batch in which it was, by name
     * @param index of the picture in that batch
     */
    record Answer(Map<String, Tensor> outputs, int index) {

        float[] values(String output) {
            return tensor(output).row(index);
        }

        /** Returns the shape of the values, without the axis of the pictures. */
        List<Long> shape(String output) {
            List<Long> shape = tensor(output).shape();
            return shape.subList(1, shape.size());
        }

        private Tensor tensor(String output) {
            Tensor tensor = outputs.get(output);
            if (tensor == null) {
                throw new IllegalArgumentException("output " + output + " was not asked for");
            }
            return tensor;
        }
    }

    PictureFormat format() {
        return format;
    }

    /** Returns what the network says to each picture, in order. */
    List<Answer> answers(List<Crop> crops, Set<String> outputs) {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < crops.size(); from += batch) {
            List<Crop> some = crops.subList(from, Math.min(crops.size(), from + batch));
            Map<String, Tensor> tensors = run(some, outputs);
            for (int i = 0; i < some.size(); i++) {
                answers.add(new Answer(tensors, i));
            }
        }
        return answers;
    }

    /** Returns what the network says to an empty picture. */
    Answer probe(Set<String> outputs) {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        pixel.setRGB(0, 0, format.background());
        return answers(List.of(new Crop(pixel, Optional.empty(), Optional.empty())), outputs)
                .get(0);
    }

    @Override
    public void close() {
        model.close();
        idleBuffers.clear();
    }

    private Map<String, Tensor> run(List<Crop> crops, Set<String> outputs) {
        FloatBuffer pooled = idleBuffers.poll();
        FloatBuffer buffer = pooled != null ? pooled : Tensor.buffer(Math.multiplyExact(batch, format.length()));
        try {
            crops.forEach(crop -> format.write(format.canvas(crop), buffer));
            // A fixed batch that is not full goes with what its buffer holds; nobody looks at those answers.
            int pictures = fixedBatch ? batch : crops.size();
            buffer.position(0).limit(pictures * format.length());
            long[] shape =
                    format.shape(pictures).stream().mapToLong(Long::longValue).toArray();
            Map<String, Tensor> answers = model.run(Map.of(input, Tensor.over(buffer, shape)), outputs);
            answers.forEach((output, tensor) -> checkRows(output, tensor, pictures));
            return answers;
        } finally {
            idleBuffers.add(buffer.clear());
        }
    }

    private void checkRows(String output, Tensor tensor, int pictures) {
        if (tensor.shape().isEmpty() || tensor.size(0) != pictures) {
            throw new BuyMeException("output '%s' of model %s has shape %s for %d pictures: not one row for each"
                    .formatted(output, model.name(), tensor.shape(), pictures));
        }
    }
}
