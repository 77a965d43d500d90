package io.buyme.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.buyme.onnx.OnnxModelException.Reason;

/** The native runtime as a whole: its one environment, which lives as long as the process, and how sessions are set up. */
final class OrtRuntime {

    private OrtRuntime() {}

    static OrtEnvironment environment() {
        try {
            // Errors come as exceptions, so the runtime need not print them too.
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "buyme");
        } catch (LinkageError e) {
            throw new OnnxModelException(
                    Reason.RUNTIME_UNAVAILABLE,
                    "ONNX Runtime cannot be loaded on %s/%s: %s"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), e),
                    e);
        }
    }

    /**
     * Returns options for a session whose operators use this many threads; to be closed by the caller. Memory that one
     * run has used is kept for the next (the arena), as pictures come in batches of the same few sizes.
     */
    static SessionOptions options(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        try {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setCPUArenaAllocator(true);
            options.setMemoryPatternOptimization(true);
            // Waiting threads sleep instead of spinning: other stages want the processor too.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return options;
        } catch (OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }
}
