package io.buyme.detect.cam;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import io.buyme.api.Taxonomy;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.Options;
import io.buyme.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes the detector {@code cam}: a network that BuyMe has trained on photos of which only the categories are known, not
 * where they are. Where the jar has no weights of it, the option {@code model} is needed. Less exact than a detector that
 * was trained on boxes, it is for categories of which nobody has drawn any: {@code buyme train cam} needs nothing but
 * tags.
 *
 * <p>Options: {@code model}, a file of {@code buyme train cam} to use instead; {@code threads}, on how many threads one
 * photo is computed, 1 to 64 (1); {@code threshold}, below which articles are dropped, 0 to 1 (0.25).
 */
public final class CamProvider implements ArticleDetectorProvider {

    static final String ID = "cam";

    private static final String WEIGHTS = "cam.onnx";
    private static final String MODEL = "model";
    private static final String THREADS = "threads";
    private static final String THRESHOLD = "threshold";

    private final Optional<URL> weights;

    /** For ServiceLoader, and for applications that do without it. */
    public CamProvider() {
        this(Optional.ofNullable(CamProvider.class.getResource(WEIGHTS)));
    }

    /** Creates a provider with other built-in weights, or none. */
    CamProvider(Optional<URL> weights) {
        this.weights = weights;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<String> unavailableReason() {
        // Without weights in the jar it works with those that the option names.
        return OnnxModel.unavailableReason();
    }

    @Override
    public ArticleDetector create(Options options) {
        options.only(MODEL, THREADS, THRESHOLD);
        int threads = options.integer(THREADS, 1, 1, 64);
        double minScore = options.decimal(THRESHOLD, 0.25, 0, 1);
        Optional<Path> file = options.file(MODEL);
        try {
            OnnxModel model = file.isPresent()
                    ? OnnxModel.open(file.get(), threads)
                    : OnnxModel.open(builtIn(), WEIGHTS, threads);
            try {
                return new CamDetector(new ActivationMaps(model, Taxonomy.standard()), minScore);
            } catch (RuntimeException e) {
                model.close();
                throw e;
            }
        } catch (BuyMeException e) {
            throw new BuyMeException(StageKind.DETECT, ID, String.valueOf(e.getMessage()), e);
        }
    }

    private byte[] builtIn() {
        URL url = weights.orElseThrow(() -> new BuyMeException(missingWeights()));
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BuyMeException("cannot read " + url, e);
        }
    }

    private static String missingWeights() {
        return "this build has no weights io/buyme/detect/cam/%s; name a model file in the option '%s'"
                .formatted(WEIGHTS, MODEL);
    }
}
