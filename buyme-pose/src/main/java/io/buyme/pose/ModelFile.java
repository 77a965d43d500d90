package io.buyme.pose;

import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The content of a model's file, and how to name it in messages. */
final class ModelFile {

    private final String provider;
    private final String name;
    private final byte[] bytes;

    private ModelFile(String provider, String name, byte[] bytes) {
        this.provider = provider;
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * Reads a model that lies beside this class.
     *
     * @throws BuyMeException if it is missing
     */
    static ModelFile builtIn(String provider, String resource) {
        try (InputStream in = ModelFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw failure(provider, resource, "the jar has no such model; build buyme-pose with Maven", null);
            }
            return new ModelFile(provider, resource, in.readAllBytes());
        } catch (IOException e) {
            throw failure(provider, resource, "cannot be read from the jar", e);
        }
    }

    /**
     * Reads a user's own model.
     *
     * @throws BuyMeException if there is no such file
     */
    static ModelFile at(String provider, Path file) {
        try {
            return new ModelFile(provider, file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw failure(provider, file.toString(), "there is no readable model file " + file.toAbsolutePath(), e);
        }
    }

    String name() {
        return name;
    }

    /** Returns the content itself, not a copy. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the values of an output, of which none may be other than a number. */
    float[] requireNumbers(String output, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw failure("its output %s holds %s".formatted(output, value), null);
            }
        }
        return values;
    }

    /** Returns the error that this model cannot be used. */
    BuyMeException failure(String what, @Nullable Throwable cause) {
        return failure(provider, name, what, cause);
    }

    private static BuyMeException failure(String provider, String name, String what, @Nullable Throwable cause) {
        return new BuyMeException(StageKind.POSE, provider, name + ": " + what, cause);
    }
}
