package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A detector whose model, of BuyMe's own format, is in the jar of its provider. Options: {@code model}, a file of the same
 * format to use instead; {@code taxonomy}, {@code threshold}, {@code nms}, {@code merge}, {@code mirror}, {@code region} and {@code
 * threads} as those of {@link OnnxDetectorProvider}.
 */
final class ModelInJar {

    private final String id;
    private final String resource;
    private final Optional<URL> url;

    /**
     * Creates one.
     *
     * @param id of the provider
     * @param resource name of the model file, for messages
     * @param url where it is, if it is there
     */
    ModelInJar(String id, String resource, Optional<URL> url) {
        this.id = id;
        this.resource = resource;
        this.url = url;
    }

    /** Returns the model that lies beside a provider's class. */
    static ModelInJar beside(Class<?> provider, String id, String resource) {
        return new ModelInJar(id, resource, Optional.ofNullable(provider.getResource(resource)));
    }

    /** Returns the id of the provider. */
    String id() {
        return id;
    }

    /** Returns why no detector can be made, if that is so; loads no native code. */
    Optional<String> unavailableReason() {
        return OnnxModel.unavailableReason().or(() -> url.isPresent() ? Optional.empty() : Optional.of(missing()));
    }

    /**
     * Returns a new detector.
     *
     * @throws IllegalArgumentException if an option is unknown or has a bad value
     * @throws BuyMeException if the model cannot be run, or is none of BuyMe's own
     */
    ArticleDetector create(Options options) {
        DetectorOptions checked = DetectorOptions.ofOwnModel(options);
        Optional<Path> file = options.file(DetectorOptions.MODEL);
        return new DetectorOpening(id, checked).openOwn(() -> open(file, checked.threads()));
    }

    /**
     * Opens the model, or that of a file.
     *
     * @throws BuyMeException if it cannot be run, or there is neither
     */
    OnnxModel open(Optional<Path> file, int threads) {
        return file.map(named -> OnnxModel.open(named, threads))
                .orElseGet(() -> OnnxModel.open(bytes(), resource, threads));
    }

    private byte[] bytes() {
        URL found = url.orElseThrow(() -> new BuyMeException(missing()));
        try (InputStream in = found.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BuyMeException("cannot read " + found, e);
        }
    }

    private String missing() {
        return "this build has no model %s; name a file in the option '%s'".formatted(resource, DetectorOptions.MODEL);
    }
}
