package io.buyme.embed;

import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.testkit.EmbedderTck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest extends EmbedderTck {

    private final Path model;

    OnnxEmbedderTest(@TempDir Path folder) throws IOException {
        this.model = TestModels.write(folder, TestModels.foreign());
    }

    @Override
    protected EmbedderProvider provider() {
        return new OnnxEmbedderProvider();
    }

    @Override
    protected Options options() {
        return Options.of(Map.of("model", model.toString(), "preset", "mobilenet-v2", "batch", "2"));
    }
}
