package io.buyme.examples.embedder;

import io.buyme.api.spi.EmbedderProvider;
import io.buyme.testkit.EmbedderTck;

/** An embedder of one's own passes the same contract test as ours. */
class MeanColorEmbedderTest extends EmbedderTck {

    @Override
    protected EmbedderProvider provider() {
        return new MeanColorProvider();
    }
}
