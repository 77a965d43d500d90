package io.buyme.api.spi;

import io.buyme.api.ArticleDetector;
import io.buyme.api.StageKind;

/** Makes an {@link ArticleDetector}. */
public interface ArticleDetectorProvider extends StageProvider {

    @Override
    default StageKind stage() {
        return StageKind.DETECT;
    }

    /**
     * Returns a new stage, which the caller closes.
     *
     * @throws IllegalArgumentException if an option is unknown or has a bad value
     * @throws io.buyme.api.BuyMeException if the stage cannot be started
     */
    ArticleDetector create(Options options);
}
