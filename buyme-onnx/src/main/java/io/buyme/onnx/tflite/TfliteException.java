package io.buyme.onnx.tflite;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A TensorFlow Lite model is damaged, or has something that cannot be converted; the message says what. */
public final class TfliteException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    TfliteException(String message) {
        this(message, null);
    }

    TfliteException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
