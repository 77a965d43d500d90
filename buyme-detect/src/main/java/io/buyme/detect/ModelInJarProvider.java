package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import java.util.Optional;

/** Makes a detector of a model in its jar. */
abstract class ModelInJarProvider implements ArticleDetectorProvider {

    private final ModelInJar model;
    private final Role role;

    ModelInJarProvider(ModelInJar model, Role role) {
        this.model = model;
        this.role = role;
    }

    /** Returns the model. */
    final ModelInJar model() {
        return model;
    }

    @Override
    public final String id() {
        return model.id();
    }

    @Override
    public final Role role() {
        return role;
    }

    @Override
    public final Optional<String> unavailableReason() {
        return model.unavailableReason();
    }

    @Override
    public ArticleDetector create(Options options) {
        return model.create(options);
    }
}
