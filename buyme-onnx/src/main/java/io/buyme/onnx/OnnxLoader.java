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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
            throw explain(file, e);
        }
    }

    static OnnxModel open(byte[] model, String name, int threads) {
        checkThreads(threads);
        try {
            return start(name, threads, (ort, options) -> ort.createSession(model, options));
        } catch (OrtException e) {
            throw explain(ByteBuffer.wrap(model), name, Optional.empty(), e);
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

    private static OnnxModelException explain(Path file, OrtException cause) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer content = channel.map(MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE));
            return explain(
                    content,
                    file.toString(),
                    Optional.ofNullable(file.toAbsolutePath().getParent()),
                    cause);
        } catch (IOException e) {
            return new OnnxModelException(Reason.FILE_MISSING, "cannot read model file " + file, e);
        }
    }

    private static OnnxModelException explain(
            ByteBuffer model, String name, Optional<Path> folder, OrtException cause) {
        if (!model.hasRemaining()) {
            return new OnnxModelException(Reason.NOT_A_MODEL, "model " + name + " is empty", cause);
        }
        List<String> missing = ExternalData.locations(model).stream()
                .filter(location ->
                        folder.isEmpty() || !Files.exists(folder.get().resolve(location)))
                .toList();
        if (!missing.isEmpty()) {
            String advice = folder.map(f -> "put it beside the model, in " + f)
                    .orElse("open the model from its file instead of its bytes");
            return new OnnxModelException(
                    Reason.EXTERNAL_DATA_MISSING,
                    "model %s keeps weights in %s, which is missing; %s".formatted(name, missing, advice),
                    cause);
        }
        return NO_MODEL.contains(cause.getCode())
                ? new OnnxModelException(
                        Reason.NOT_A_MODEL,
                        "%s is no ONNX model, or not a whole one: %s".formatted(name, cause.getMessage()),
                        cause)
                : new OnnxModelException(
                        Reason.UNSUPPORTED_MODEL,
                        "model %s cannot be used: %s".formatted(name, cause.getMessage()),
                        cause);
    }
}
