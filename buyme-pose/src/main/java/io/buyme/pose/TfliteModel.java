package io.buyme.pose;

import static org.bytedeco.tensorflowlite.FlatBufferModel.BuildFromBuffer;

import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import java.io.IOException;
import java.io.InputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a TensorFlow Lite model in native memory. Interpreters share them, so close the interpreters first.
 * Safe for concurrent use.
 */
final class TfliteModel implements AutoCloseable {

    private final String name;
    private final BytePointer bytes;
    private final FlatBufferModel model;

    private TfliteModel(String name, BytePointer bytes, FlatBufferModel model) {
        this.name = name;
        this.bytes = bytes;
        this.model = model;
    }

    /**
     * Loads a model that lies beside this class.
     *
     * @throws BuyMeException if it is missing or no model
     */
    static TfliteModel load(String resource) {
        // Its library also holds the natives of BytePointer, so it comes first.
        Loader.load(FlatBufferModel.class);
        BytePointer bytes = new BytePointer(read(resource));
        FlatBufferModel model = BuildFromBuffer(bytes, bytes.capacity());
        if (model == null || model.isNull()) {
            bytes.close();
            throw failure(resource, "TensorFlow Lite takes it for no model; build buyme-pose again", null);
        }
        return new TfliteModel(resource, bytes, model);
    }

    private static byte[] read(String resource) {
        try (InputStream in = TfliteModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw failure(resource, "the jar has no such model; build buyme-pose with Maven", null);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw failure(resource, "cannot be read from the jar", e);
        }
    }

    /** Returns a new interpreter, which the caller closes before this model. */
    TfliteInterpreter newInterpreter(int threads) {
        Interpreter interpreter = new Interpreter((Pointer) null);
        try (BuiltinOpResolver operations = new BuiltinOpResolver();
                InterpreterBuilder builder = new InterpreterBuilder(model, operations)) {
            if (builder.apply(interpreter, threads) != 0 || interpreter.AllocateTensors() != 0) {
                interpreter.close();
                throw failure(name, "TensorFlow Lite cannot set it up; there may be too little memory", null);
            }
        }
        return new TfliteInterpreter(name, interpreter);
    }

    static BuyMeException failure(String model, String what, @Nullable Throwable cause) {
        return new BuyMeException(StageKind.POSE, BlazePoseProvider.ID, model + ": " + what, cause);
    }

    @Override
    public void close() {
        model.close();
        bytes.close();
    }
}
