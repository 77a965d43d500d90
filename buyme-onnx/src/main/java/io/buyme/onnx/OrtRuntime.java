package io.buyme.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.buyme.onnx.OnnxModelException.Reason;
import java.util.Locale;
import java.util.Optional;

/** The native runtime as a whole: its one environment, which lives as long as the process, and how sessions are set up. */
final class OrtRuntime {

    private OrtRuntime() {}

    /** Returns why models cannot be run here, if they cannot, without loading anything. */
    static Optional<String> unavailableReason() {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        String library = "/ai/onnxruntime/native/%s/%s".formatted(platform, System.mapLibraryName("onnxruntime"));
        return OrtEnvironment.class.getResource(library) != null
                ? Optional.empty()
                : Optional.of("ONNX Runtime's jar has no library for " + platform);
    }

    /** Returns the name by which ONNX Runtime's jar knows a platform. */
    static String platform(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        String family = lower.startsWith("win") ? "win" : lower.startsWith("mac") ? "osx" : "linux";
        return family + "-" + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
    }

    static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment();
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
            // Errors come as exceptions, so the runtime need not print them too.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
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
