package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.BuyMeException;
import io.buyme.api.StageKind;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.detect.cam.CamDetector;
import io.buyme.onnx.OnnxModel;

/**
 * Makes the detector {@code cam}: a network trained by BuyMe, from its jar, on photos of which only the categories are
 * known, not where they are. Less exact than a detector that was trained on boxes, it is for categories of which nobody
 * has drawn any: {@code buyme train cam} needs nothing but tags.
 *
 * <p>Options: {@code model}, a file of {@code buyme train cam} to use instead; {@code threads}, on how many threads one
 * photo is computed, 1 to 64 (1); {@code threshold}, below which articles are dropped, 0 to 1 (0.15).
 */
public final class CamProvider extends ModelInJarProvider {

    static final String ID = "cam";

    /** Low, as few photos show an article of a rare category, and its probability says so. */
    private static final double USUAL_THRESHOLD = 0.15;

    /** Creates the provider. */
    public CamProvider() {
        this(ModelInJar.beside(CamProvider.class, ID, "buyme-cam.onnx"));
    }

    /** Creates a provider of another model. */
    CamProvider(ModelInJar model) {
        super(model, Role.OPTIONAL);
    }

    @Override
    public ArticleDetector create(Options options) {
        options.only(DetectorOptions.MODEL, DetectorOptions.THREADS, DetectorOptions.THRESHOLD);
        int threads = options.integer(DetectorOptions.THREADS, 1, 1, 64);
        double threshold = options.decimal(DetectorOptions.THRESHOLD, USUAL_THRESHOLD, 0, 1);
        try {
            OnnxModel network = model().open(options.file(DetectorOptions.MODEL), threads);
            try {
                return CamDetector.of(ID, network, threshold);
            } catch (RuntimeException e) {
                network.close();
                throw e;
            }
        } catch (BuyMeException e) {
            throw new BuyMeException(StageKind.DETECT, ID, String.valueOf(e.getMessage()), e);
        }
    }
}
