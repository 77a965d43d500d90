package io.buyme.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.buyme.onnx.OnnxModelException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Opens models, and finds out why one cannot be opened. */
final class OnnxLoader {

    private static final Set<OrtErrorCode> NO_MODEL =
            EnumSet.of(OrtErrorCode.ORT_INVALID_PROTOBUF, OrtErrorCode.ORT_NO_MODEL, OrtErrorCode.ORT_NO_SUCHFILE);

    private OnnxLoader() {}

    static OnnxModel open(Path file, int threads) {
        checkThreads(threads);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new OnnxModelException(Reason.FILE_MISSING, "no readable model file " + file.toAbsolutePath());
        }
        try {
            return start(file.toString(), threads, (ort, options) -> ort.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw failure(file).explain(e);
        }
    }

    static OnnxModel open(byte[] model, String name, int threads) {
        checkThreads(threads);
        try {
            return start(name, threads, (ort, options) -> ort.createSession(model, options));
        } catch (OrtException e) {
            throw failure(model, name).explain(e);
        }
    }

    private interface Opening {
        OrtSession open(OrtEnvironment environment, SessionOptions options) throws OrtException;
    }

    private static OnnxModel start(String name, int threads, Opening opening) throws OrtException {
        OrtEnvironment environment = OrtRuntime.environment();
        try (SessionOptions options = OrtRuntime.options(threads)) {
            OrtSession session = opening.open(environment, options);
            try {
                return new OnnxModel(name, session);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        }
    }

    private static void checkThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    /** Returns the model's file and those in which it keeps weights. */
    static List<Path> files(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer content = channel.map(MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE));
            List<Path> files = new ArrayList<>(List.of(file));
            ExternalData.locations(content).forEach(location -> files.add(file.resolveSibling(location)));
            return files;
        } catch (IOException e) {
            throw new OnnxModelException(Reason.FILE_MISSING, "cannot read model file " + file.toAbsolutePath(), e);
        }
    }

    private static Failure failure(Path file) {
        List<String> missing = files(file).stream()
                .filter(part -> !Files.exists(part))
                .map(Path::toString)
                .toList();
        return new Failure(file.toString(), file.toFile().length(), missing, "put it there");
    }

    private static Failure failure(byte[] model, String name) {
        List<String> missing = List.copyOf(ExternalData.locations(ByteBuffer.wrap(model)));
        return new Failure(name, model.length, missing, "open the model from its file instead of its bytes");
    }

    /** A model that was not loaded. */
    private record Failure(String name, long size, List<String> missing, String advice) {

        OnnxModelException explain(OrtException cause) {
            if (size == 0) {
                return because(Reason.NOT_A_MODEL, "model " + name + " is empty", cause);
            }
            if (!missing.isEmpty()) {
                String message = "model %s keeps weights in %s, which is missing; %s";
                return because(Reason.EXTERNAL_DATA_MISSING, message.formatted(name, missing, advice), cause);
            }
            return NO_MODEL.contains(cause.getCode())
                    ? because(Reason.NOT_A_MODEL, name + " is no ONNX model, or not a whole one: " + text(cause), cause)
                    : because(Reason.UNSUPPORTED_MODEL, "model " + name + " cannot be used: " + text(cause), cause);
        }

        private static OnnxModelException because(Reason reason, String message, OrtException cause) {
            return new OnnxModelException(reason, message, cause);
        }

        private static String text(OrtException cause) {
            return String.valueOf(cause.getMessage());
        }
    }
}
