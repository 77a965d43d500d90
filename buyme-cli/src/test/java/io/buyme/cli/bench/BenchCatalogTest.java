package io.buyme.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.Stages;
import io.buyme.catalog.Catalog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCatalogTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void copiesAreNearTheirOriginalsButNotEqual() {
        try (Embedder embedder = Stages.embedder();
                Catalog catalog = Catalog.open(folder, embedder.space())) {
            new BenchCatalog(catalog, embedder, 8).growTo(30);
            assertThat(catalog.size()).isEqualTo(30);
            assertThat(catalog.index().size()).isEqualTo(30);
            Embedding original = catalog.find("original-000003").orElseThrow().embedding();
            Embedding copy = catalog.find("copy-000011").orElseThrow().embedding();
            assertThat(original.similarity(copy)).isBetween(0.9, 0.99);
        }
    }
}
