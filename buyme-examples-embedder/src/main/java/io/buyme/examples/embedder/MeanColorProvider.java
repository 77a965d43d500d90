package io.buyme.examples.embedder;

import io.buyme.api.Embedder;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;

/** Makes {@code mean-color} the embedder of every application that has this jar on its classpath. */
public final class MeanColorProvider implements EmbedderProvider {

    /** For ServiceLoader. */
    public MeanColorProvider() {}

    @Override
    public String id() {
        return "mean-color";
    }

    @Override
    public Role role() {
        return Role.PREFERRED;
    }

    @Override
    public Embedder create(Options options) {
        options.only();
        return new MeanColorEmbedder();
    }
}
