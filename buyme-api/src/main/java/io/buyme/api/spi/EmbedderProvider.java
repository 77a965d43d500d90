package io.buyme.api.spi;

import io.buyme.api.Embedder;
import io.buyme.api.StageKind;

/** Makes an {@link Embedder}. */
public interface EmbedderProvider extends StageProvider {

    @Override
    default StageKind stage() {
        return StageKind.EMBED;
    }

    /**
     * Returns a new stage, which the caller closes.
     *
     * @throws IllegalArgumentException if an option is unknown or has a bad value
     * @throws io.buyme.api.BuyMeException if the stage cannot be started
     */
    Embedder create(Options options);
}
