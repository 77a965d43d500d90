package io.buyme.api;

import io.buyme.api.spi.ArticleDetectorProvider;
import io.buyme.api.spi.EmbedderProvider;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.PoseClassifierProvider;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;

/**
 * Makes stages of what is on the classpath, by the rule that {@link Providers} documents. The caller closes them.
 *
 * <p>All methods throw {@link io.buyme.api.spi.ProviderException} if no provider fits.
 */
public final class Stages {

    private Stages() {}

    /** Returns a new pose classifier of the selected provider. */
    public static PoseClassifier poseClassifier() {
        return Providers.discover(PoseClassifierProvider.class).select().create(Options.none());
    }

    /** Returns a new pose classifier of the provider with this id. */
    public static PoseClassifier poseClassifier(String id, Options options) {
        return Providers.discover(PoseClassifierProvider.class).select(id).create(options);
    }

    /** Returns a new article detector of the selected provider. */
    public static ArticleDetector articleDetector() {
        return Providers.discover(ArticleDetectorProvider.class).select().create(Options.none());
    }

    /** Returns a new article detector of the provider with this id. */
    public static ArticleDetector articleDetector(String id, Options options) {
        return Providers.discover(ArticleDetectorProvider.class).select(id).create(options);
    }

    /** Returns a new embedder of the selected provider. */
    public static Embedder embedder() {
        return Providers.discover(EmbedderProvider.class).select().create(Options.none());
    }

    /** Returns a new embedder of the provider with this id. */
    public static Embedder embedder(String id, Options options) {
        return Providers.discover(EmbedderProvider.class).select(id).create(options);
    }

    /** Returns a new, empty index of the selected provider. */
    public static SnapshotableIndex vectorIndex(EmbeddingSpace space) {
        return Providers.discover(VectorIndexProvider.class).select().create(space, Options.none());
    }

    /** Returns a new, empty index of the provider with this id. */
    public static SnapshotableIndex vectorIndex(String id, EmbeddingSpace space, Options options) {
        return Providers.discover(VectorIndexProvider.class).select(id).create(space, options);
    }
}
