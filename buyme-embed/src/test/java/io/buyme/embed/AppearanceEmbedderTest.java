package io.buyme.embed;

import io.buyme.api.spi.EmbedderProvider;
import io.buyme.testkit.EmbedderTck;

class AppearanceEmbedderTest extends EmbedderTck {

    @Override
    protected EmbedderProvider provider() {
        return new AppearanceProvider();
    }
}
