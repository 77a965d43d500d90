package io.buyme.pose;

import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.OnnxModelException;
import io.buyme.onnx.TensorSpec;
import io.buyme.onnx.tflite.TfliteConverter;
import io.buyme.onnx.tflite.TfliteException;
import java.util.List;

/** A network on ONNX Runtime: a session serves all interpreters, which only keep their own input and outputs. */
final class OnnxPoseModel implements PoseModel {

    /** More than any picture that a network for poses takes. */
    private static final int MAX_VALUES = 1 << 24;

    private final ModelFile file;
    private final OnnxModel model;

    private OnnxPoseModel(ModelFile file, OnnxModel model) {
        this.file = file;
        this.model = model;
    }

    /**
     * Loads a model; one in TensorFlow Lite's format is converted first.
     *
     * @throws io.buyme.api.BuyMeException if it is none
     */
    static OnnxPoseModel open(ModelFile file, int threads) {
        try {
            byte[] onnx = file.name().endsWith(".tflite") ? TfliteConverter.convert(file.bytes()) : file.bytes();
            OnnxModel model = OnnxModel.open(onnx, file.name(), threads);
            if (model.inputs().size() != 1 || !fixed(model.inputs().get(0))) {
                List<TensorSpec> inputs = model.inputs();
                model.close();
                throw file.failure(
                        "wanted is one input of a fixed size, at most %d values; it has %s"
                                .formatted(MAX_VALUES, inputs),
                        null);
            }
            return new OnnxPoseModel(file, model);
        } catch (TfliteException e) {
            throw file.failure(e.getMessage() + "; without a conversion the engine tflite may take it", e);
        } catch (OnnxModelException e) {
            throw file.failure(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean fixed(TensorSpec input) {
        double values = input.shape().stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
        return input.shape().stream().allMatch(size -> size > 0) && values <= MAX_VALUES;
    }

    @Override
    public PoseInterpreter newInterpreter() {
        return new OnnxPoseInterpreter(file, model);
    }

    @Override
    public void close() {
        model.close();
    }
}
