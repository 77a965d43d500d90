package io.buyme.examples;

import io.buyme.api.ArticleMatches;
import io.buyme.api.Embedder;
import io.buyme.api.LookPipeline;
import io.buyme.api.LookResult;
import io.buyme.api.Match;
import io.buyme.api.Stages;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.IngestListener;
import io.buyme.catalog.feed.Feeds;
import io.buyme.catalog.recommend.Recommender;
import io.buyme.image.ImageDecoder;
import java.nio.file.Path;

/** The shortest useful program: products in, photo in, links to buy out. */
public final class ShopTheLook {

    private ShopTheLook() {}

    /** Takes a folder or file of products, a photo, and a folder for the catalogue. */
    public static void main(String[] args) {
        System.out.println(run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])));
    }

    static String run(Path products, Path photo, Path directory) {
        try (Embedder embedder = Stages.embedder();
                Catalog catalog = Catalog.open(directory, embedder.space());
                LookPipeline pipeline = LookPipeline.builder()
                        .embedder(embedder)
                        .index(catalog.index())
                        .products(catalog)
                        .ranker(Recommender.standard())
                        .matchesPerArticle(3)
                        .build()) {
            catalog.ingest(Feeds.of(products), embedder, IngestListener.SILENT);
            return describe(pipeline.look(ImageDecoder.standard().photo(photo)));
        }
    }

    static String describe(LookResult result) {
        if (!(result instanceof LookResult.Found found)) {
            return "no look: " + result;
        }
        StringBuilder text = new StringBuilder();
        found.advice().forEach(line -> text.append(line).append('\n'));
        for (ArticleMatches article : found.articles()) {
            text.append(article.article().category()).append(":\n");
            for (Match match : article.matches()) {
                text.append("  %.2f  %s  %s  %s%n"
                        .formatted(
                                match.score(),
                                match.product().title(),
                                match.product().link().orElse("(no link)"),
                                match.explanation().summary()));
            }
        }
        return text.toString();
    }
}
