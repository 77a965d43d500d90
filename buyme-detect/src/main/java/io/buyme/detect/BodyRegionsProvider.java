package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;

/**
 * Makes the detector {@code body-regions}, which needs no training: upper garment, lower garment or one-piece, and foot
 * wear, from the pose's keypoints, the person mask and the colors inside it. It is the fallback when no trained detector
 * is there. Without a pose it finds nothing and says why; bags, hats and eyewear it does not find.
 *
 * <p>It takes no options.
 */
public final class BodyRegionsProvider implements ArticleDetectorProvider {

    static final String ID = "body-regions";

    /** Creates the provider. */
    public BodyRegionsProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.FALLBACK;
    }

    @Override
    public ArticleDetector create(Options options) {
        options.only();
        return new BodyRegionsDetector();
    }
}
