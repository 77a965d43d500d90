package io.buyme.embed;

import io.buyme.api.spi.EmbedderProvider;
import io.buyme.testkit.EmbedderTck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with a small model in place of the weights in the jar. */
class BuyMeEmbedderTest extends EmbedderTck {

    private final EmbedderProvider provider;

    BuyMeEmbedderTest(@TempDir Path folder) throws IOException {
        Path model = TestModels.write(folder, TestModels.buyMe());
        this.provider = new BuyMeProvider(Optional.of(model.toUri().toURL()));
    }

    @Override
    protected EmbedderProvider provider() {
        return provider;
    }
}
