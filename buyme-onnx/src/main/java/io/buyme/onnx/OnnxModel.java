package io.buyme.onnx;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.buyme.onnx.OnnxModelException.Reason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/**
 * A network in ONNX format, ready to run on the processor. Safe for concurrent use: several threads may run it at once,
 * and {@link #close()} waits for them. Use after close throws {@link IllegalStateException}.
 */
public final class OnnxModel implements AutoCloseable {

    private final String name;
    private final OrtSession session;
    private final Map<String, TensorSpec> inputs;
    private final Map<String, TensorSpec> outputs;
    private final Map<String, String> metadata;
    /** Runs share the read lock; closing takes the other, as freeing a session in use would end the process. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private boolean closed;

    OnnxModel(String name, OrtSession session) throws OrtException {
        this.name = name;
        this.session = session;
        this.inputs = specs(session.getInputInfo());
        this.outputs = specs(session.getOutputInfo());
        this.metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
    }

    /**
     * Opens a model file. Weights that it keeps in other files are looked for relative to its own folder.
     *
     * @param threads that one run uses, at least 1; with 1 it runs in the caller's thread alone
     * @throws OnnxModelException if the file is missing, is no model, or cannot be run here
     */
    public static OnnxModel open(Path file, int threads) {
        return OnnxLoader.open(requireNonNull(file, "file"), threads);
    }

    /**
     * Opens a model from the content of its file.
     *
     * @param model not needed any more afterwards
     * @param name for messages, such as a file or resource name
     * @param threads that one run uses, at least 1; with 1 it runs in the caller's thread alone
     * @throws OnnxModelException if the bytes are no model, refer to other files, or cannot be run here
     */
    public static OnnxModel open(byte[] model, String name, int threads) {
        return OnnxLoader.open(requireNonNull(model, "model"), requireNonNull(name, "name"), threads);
    }

    /** Returns why no model can be run on this platform, if that is so; cheap, loads no native code. */
    public static Optional<String> unavailableReason() {
        return OrtRuntime.unavailableReason();
    }

    /**
     * Returns the files that a model consists of: its own and those in which it keeps weights, whether there or not.
     *
     * @throws OnnxModelException if the model's own file cannot be read
     */
    public static List<Path> files(Path file) {
        return OnnxLoader.files(requireNonNull(file, "file"));
    }

    /** Returns the name for messages: that of the file, or the one given. */
    public String name() {
        return name;
    }

    /** Returns the inputs, in the order in which the model declares them. */
    public List<TensorSpec> inputs() {
        return List.copyOf(inputs.values());
    }

    /** Returns the outputs, in the order in which the model declares them. */
    public List<TensorSpec> outputs() {
        return List.copyOf(outputs.values());
    }

    /** Returns what the model's makers noted in it, text by name; empty if nothing. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Runs the model and returns all of its outputs by name, in the order of {@link #outputs()}.
     *
     * @see #run(Map, Set)
     */
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return run(inputs, outputs.keySet());
    }

    /**
     * Runs the model and returns some of its outputs by name; what only others need is not computed. Outputs of other
     * numbers than floats, and truth values, are converted; inputs likewise to what the model declares.
     *
     * @param wantedOutputs at least one
     * @throws OnnxModelException if an input is missing, unknown or of the wrong shape, an output is unknown or cannot
     *     be converted, or the run fails
     * @throws IllegalStateException if the model is closed
     */
    public Map<String, Tensor> run(Map<String, Tensor> inputs, Set<String> wantedOutputs) {
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("model " + name + " is closed");
            }
            checkInputs(inputs);
            checkOutputs(wantedOutputs);
            return runChecked(inputs, wantedOutputs);
        } catch (OrtException e) {
            throw new OnnxModelException(
                    Reason.RUN_FAILED, "model %s could not be run: %s".formatted(name, e.getMessage()), e);
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** Frees the native memory, once the runs under way are over. Closing twice does nothing. */
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new OnnxModelException(
                    Reason.RUN_FAILED, "model %s could not be closed: %s".formatted(name, e.getMessage()), e);
        } finally {
            inUse.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return "OnnxModel[" + name + "]";
    }

    private Map<String, Tensor> runChecked(Map<String, Tensor> given, Set<String> wanted) throws OrtException {
        Map<String, OnnxTensor> natives = new LinkedHashMap<>();
        try {
            OrtEnvironment environment = OrtRuntime.environment();
            for (TensorSpec spec : inputs.values()) {
                Tensor tensor = requireNonNull(given.get(spec.name()), spec.name());
                natives.put(spec.name(), OrtTensors.toNative(environment, tensor, spec));
            }
            try (OrtSession.Result result = session.run(natives, wanted)) {
                Map<String, Tensor> tensors = new LinkedHashMap<>();
                for (Map.Entry<String, OnnxValue> output : result) {
                    tensors.put(output.getKey(), OrtTensors.fromNative(output.getKey(), output.getValue()));
                }
                return tensors;
            }
        } finally {
            natives.values().forEach(OnnxTensor::close);
        }
    }

    private void checkInputs(Map<String, Tensor> given) {
        if (!given.keySet().equals(inputs.keySet())) {
            throw new OnnxModelException(
                    Reason.WRONG_INPUT,
                    "model %s wants the inputs %s, got %s".formatted(name, inputs.values(), given.keySet()));
        }
        for (TensorSpec spec : inputs.values()) {
            List<Long> shape =
                    requireNonNull(given.get(spec.name()), spec.name()).shape();
            if (!spec.accepts(shape)) {
                throw new OnnxModelException(
                        Reason.WRONG_INPUT, "model %s wants the input %s, got %s".formatted(name, spec, shape));
            }
        }
    }

    private void checkOutputs(Collection<String> wanted) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("at least one output must be wanted");
        }
        if (!outputs.keySet().containsAll(wanted)) {
            throw new OnnxModelException(
                    Reason.WRONG_OUTPUT,
                    "model %s has the outputs %s, not %s".formatted(name, outputs.keySet(), wanted));
        }
    }

    private static Map<String, TensorSpec> specs(Map<String, NodeInfo> nodes) {
        return nodes.values().stream()
                .map(OnnxModel::spec)
                .collect(Collectors.toMap(TensorSpec::name, spec -> spec, (a, b) -> a, LinkedHashMap::new));
    }

    private static TensorSpec spec(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info
                ? new TensorSpec(
                        node.getName(),
                        info.type.toString(),
                        Arrays.stream(info.getShape()).boxed().toList())
                : new TensorSpec(node.getName(), node.getInfo().getClass().getSimpleName(), List.of());
    }
}
