package io.buyme.pose;

import static org.bytedeco.tensorflowlite.FlatBufferModel.VerifyAndBuildFromBuffer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;

/** A network on TensorFlow Lite, its weights in native memory. */
final class TfliteModel implements PoseModel {

    private final ModelFile file;
    private final int threads;
    private final BytePointer bytes;
    private final FlatBufferModel model;

    private TfliteModel(ModelFile file, int threads, BytePointer bytes, FlatBufferModel model) {
        this.file = file;
        this.threads = threads;
        this.bytes = bytes;
        this.model = model;
    }

    /**
     * Loads a model.
     *
     * @throws io.buyme.api.BuyMeException if it is none
     */
    static TfliteModel open(ModelFile file, int threads) {
        // Its library also holds the natives of BytePointer, so it comes first.
        Loader.load(FlatBufferModel.class);
        BytePointer bytes = new BytePointer(file.bytes());
        FlatBufferModel model = VerifyAndBuildFromBuffer(bytes, bytes.capacity());
        if (model == null || model.isNull()) {
            bytes.close();
            throw file.failure("TensorFlow Lite takes it for no model", null);
        }
        return new TfliteModel(file, threads, bytes, model);
    }

    @Override
    public TfliteInterpreter newInterpreter() {
        Interpreter interpreter = new Interpreter((Pointer) null);
        try (BuiltinOpResolver operations = new BuiltinOpResolver();
                InterpreterBuilder builder = new InterpreterBuilder(model, operations)) {
            if (builder.apply(interpreter, threads) != 0 || interpreter.AllocateTensors() != 0) {
                interpreter.close();
                throw file.failure("TensorFlow Lite cannot set it up; there may be too little memory", null);
            }
        }
        if (interpreter.inputs().capacity() != 1) {
            interpreter.close();
            throw file.failure("one input is wanted, it has another number of them", null);
        }
        return new TfliteInterpreter(file, interpreter);
    }

    @Override
    public void close() {
        model.close();
        bytes.close();
    }
}
