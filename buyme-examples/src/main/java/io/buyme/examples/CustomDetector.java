package io.buyme.examples;

import io.buyme.api.Embedder;
import io.buyme.api.GatePolicy;
import io.buyme.api.LookPipeline;
import io.buyme.api.Stages;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.IngestListener;
import io.buyme.catalog.feed.Feeds;
import io.buyme.image.ImageDecoder;
import java.nio.file.Path;

/** Shop the look with a detector of one's own, handed to the builder. Everything else is found on the classpath. */
public final class CustomDetector {

    private CustomDetector() {}

    /** Takes a folder or file of products, a photo, and a folder for the catalogue. */
    public static void main(String[] args) {
        System.out.println(run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])));
    }

    static String run(Path products, Path photo, Path directory) {
        try (Embedder embedder = Stages.embedder();
                Catalog catalog = Catalog.open(directory, embedder.space());
                StudioDetector detector = new StudioDetector();
                LookPipeline pipeline = LookPipeline.builder()
                        .detector(detector)
                        .embedder(embedder)
                        .index(catalog.index())
                        .products(catalog)
                        .gate(GatePolicy.OFF)
                        .matchesPerArticle(3)
                        .build()) {
            catalog.ingest(Feeds.of(products), embedder, IngestListener.SILENT);
            return ShopTheLook.describe(pipeline.look(ImageDecoder.standard().photo(photo)));
        }
    }
}
