package io.buyme.embed;

import io.buyme.api.DescribingEmbedder;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;

/**
 * An embedder that measures what an article looks like, and so needs no trained weights: id {@code appearance}, fallback.
 */
public final class AppearanceProvider implements EmbedderProvider {

    static final String ID = "appearance";

    /** For ServiceLoader, and for applications that do without it. */
    public AppearanceProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.FALLBACK;
    }

    /**
     * {@inheritDoc}
     *
     * <p>There are no options.
     */
    @Override
    public DescribingEmbedder create(Options options) {
        options.only();
        return new AppearanceEmbedder();
    }
}
